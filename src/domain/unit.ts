/** How a unit stands to the agency: subordinate units are reminded, coordinating and superior ones are asked courteously. */
export const unitRelations = ['subordinate', 'coordinating', 'superior'] as const
export type UnitRelation = (typeof unitRelations)[number]

export type Unit = { id: string; parentId: string | null; name: string; relation: UnitRelation; position: number }
