import { useEffect, useState } from './preact.js'

const isHidden = () => document.visibilityState === 'hidden'

/** Can this browser notify, and has nobody been asked yet? */
export const mayAsk = () =>
  isSecureContext && 'serviceWorker' in navigator && 'Notification' in window && Notification.permission === 'default'

/** Asks whether to notify; only ever because somebody pressed a button. */
export async function askToNotify() {
  await navigator.serviceWorker.ready
  return Notification.requestPermission()
}

/** Keeps the frame of the chat on the device, and the one who notifies. */
export function installWorker() {
  if ('serviceWorker' in navigator) void navigator.serviceWorker.register('/service-worker.js').catch(() => null)
}

async function tellWorker(title, { id, blocks, file }) {
  if (!('Notification' in window) || Notification.permission !== 'granted') return
  const { active } = await navigator.serviceWorker.ready
  const body = (blocks.find(({ text }) => text !== '')?.text ?? file?.name ?? '').split('\n')[0].slice(0, 160)
  const icon = document.querySelector('link[rel=apple-touch-icon]').href
  active?.postMessage({ title, body, tag: `entry-${id}`, icon })
}

/** Counts what arrives while nobody looks: in the title, on the icon of the installed chat, and as notifications. */
export function useUnseen(title) {
  const [count, setCount] = useState(0)
  useEffect(() => {
    const seen = () => isHidden() || setCount(0)
    document.addEventListener('visibilitychange', seen)
    return () => document.removeEventListener('visibilitychange', seen)
  }, [])
  useEffect(() => {
    document.title = count > 0 ? `(${count}) ${title}` : title
    void navigator.setAppBadge?.(count).catch(() => null)
  }, [count])
  return (arrived) => {
    if (!isHidden() || arrived.length === 0) return
    setCount((before) => before + arrived.length)
    for (const entry of arrived) void tellWorker(title, entry).catch(() => null)
  }
}
