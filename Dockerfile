# Linchpin as one process: the service runs its TypeScript as it is, only the explorer is built.
FROM node:24-slim
WORKDIR /app
RUN npm install --global pnpm@12

# What is installed depends on these files alone, so that a changed source does not install again.
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml tsconfig.base.json tsconfig.json ./
COPY packages/schema/package.json packages/schema/
COPY packages/api/package.json packages/api/
COPY packages/explorer/package.json packages/explorer/
COPY benchmarks/package.json benchmarks/
COPY tools/package.json tools/
RUN pnpm install --frozen-lockfile

COPY . .
RUN pnpm build && mkdir /data && chown node:node /data

USER node
ENV NODE_ENV=production LINCHPIN_HOST=0.0.0.0 LINCHPIN_PORT=4000 LINCHPIN_DATA=/data
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4000/readyz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Not through a package manager: signals must reach the process itself.
CMD ["node", "--import", "tsx", "packages/api/src/main.ts"]
