// The fonts are larger than the page: on a slow or metered line the device's own letters do.
const line = navigator.connection
const slow = line && (line.saveData || ['slow-2g', '2g', '3g'].includes(line.effectiveType))
if (!slow) {
  const sheet = document.createElement('link')
  sheet.rel = 'stylesheet'
  sheet.href = new URL('fonts.css', document.currentScript.src).href
  document.head.append(sheet)
}
