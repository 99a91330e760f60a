/* global version, shell: set by the server above */
// Keeps the frame of the chat, never what is said in it: pages and conversations always come from the server.
const name = `shell-${version}`
const kept = `/assets/${version}/`

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(name).then((cache) => cache.addAll(shell)))
  self.skipWaiting()
})

self.addEventListener('activate', (event) => {
  const forget = async () => {
    for (const key of await caches.keys()) if (key !== name) await caches.delete(key)
    await self.clients.claim()
  }
  event.waitUntil(forget())
})

async function fromCache(request) {
  const cache = await caches.open(name)
  const found = await cache.match(request, { ignoreVary: true })
  if (found) return found
  const answer = await fetch(request)
  if (answer.ok) await cache.put(request, answer.clone())
  return answer
}

const orOffline = async (request) => {
  try {
    return await fetch(request)
  } catch {
    return (await caches.match('/offline', { ignoreVary: true })) ?? Response.error()
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (pathname.startsWith(kept)) event.respondWith(fromCache(request))
  else if (request.mode === 'navigate') event.respondWith(orOffline(request))
})

const windows = () => self.clients.matchAll({ type: 'window', includeUncontrolled: true })

// A page asks for a notification; whoever looks at any page of the chat needs none. One entry is told once.
self.addEventListener('message', (event) => {
  const { title, body, tag, icon } = event.data ?? {}
  if (!title) return
  const tell = async () => {
    if ((await windows()).some(({ visibilityState }) => visibilityState === 'visible')) return
    await self.registration.showNotification(title, { body, tag, icon })
  }
  event.waitUntil(tell())
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const open = async () => {
    const [page] = await windows()
    return page ? page.focus() : self.clients.openWindow('/')
  }
  event.waitUntil(open())
})
