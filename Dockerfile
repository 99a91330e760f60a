# Two stages: the first compiles the one native module and leaves out what only development needs.
FROM node:24-bookworm AS build
WORKDIR /app
COPY package.json package-lock.json ./
# The image brings Node 24 itself, so the copy of it among the packages goes.
RUN npm ci --omit=dev --no-audit --no-fund && rm -rf node_modules/node node_modules/node-bin-* node_modules/.bin/node

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production DATA_DIR=/data HOST=0.0.0.0 PORT=3000 NODE_COMPILE_CACHE=/tmp/compile-cache
COPY --from=build /app/node_modules ./node_modules
COPY package.json LICENSE ./
COPY commands ./commands
COPY locales ./locales
COPY src ./src
# One volume holds all that is kept; the rest may be read-only (docker run --read-only --tmpfs /tmp -v data:/data …).
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node itself is process 1, so SIGTERM reaches it: it stops listening, finishes what is underway, and closes the store.
STOPSIGNAL SIGTERM
CMD ["node", "--max-semi-space-size=2", "src/main.ts"]
