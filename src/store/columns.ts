import { type ColumnDefinitionBuilder, sql } from 'kysely'

/**
 * Columns as the migrations write them. Instants are milliseconds (bigint), days and ids text, JSON text, booleans 0 or 1:
 * the same on SQLite and PostgreSQL.
 */
type Column = (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder
export const required: Column = (column) => column.notNull()
export const key: Column = (column) => column.primaryKey().notNull()
export const refers =
  (target: string): Column =>
  (column) =>
    column.notNull().references(target)
export const mayRefer =
  (target: string): Column =>
  (column) =>
    column.references(target)
export const oneOf =
  (name: string, ...values: string[]): Column =>
  (column) =>
    column.notNull().check(sql`${sql.ref(name)} in (${sql.join(values.map((value) => sql.lit(value)))})`)
export const counted: Column = (column) => column.primaryKey().autoIncrement()
