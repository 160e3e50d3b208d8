# Stage 1 builds the page; stage 2 has the production dependencies only and does not run as root.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build

FROM node:24-bookworm-slim
ENV NODE_ENV=production TACHOGRAPH_DATA_DIR=/data
WORKDIR /app
COPY package.json package-lock.json ./
# Only TimescaleDB beside it is used, so the embedded server's binaries are left out.
RUN npm ci --omit=dev --omit=optional --ignore-scripts && npm cache clean --force \
    && install --directory --owner=node --group=node /data
COPY --from=build /app/analytics ./analytics
COPY --from=build /app/api ./api
COPY --from=build /app/migrations ./migrations
COPY --from=build /app/web/dist ./web/dist
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=6 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT ?? 4000) + '/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "api/main.ts"]
