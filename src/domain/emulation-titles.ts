/** Emulation titles by their official names (Law 06/2022/QH15, Articles 21–28), the commonest first. */
export const emulationTitles = {
  person: ['Lao động tiên tiến', 'Chiến sĩ thi đua cơ sở', 'Chiến sĩ thi đua cấp tỉnh', 'Chiến sĩ thi đua toàn quốc'],
  unit: ['Tập thể lao động tiên tiến', 'Tập thể lao động xuất sắc', 'Cờ thi đua cấp tỉnh', 'Cờ thi đua của Chính phủ'],
}
