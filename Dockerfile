# syntax=docker/dockerfile:1

# The console's client is built by Node, which the SDK's image lacks.
FROM --platform=$BUILDPLATFORM node:22-bookworm-slim AS node

FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0-noble AS build
ARG TARGETARCH
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /source
COPY . .
RUN dotnet publish src/Baton.Bot --configuration Release --arch $TARGETARCH --no-self-contained --output /app \
    && mkdir --parents /state/data

# Chiseled: no shell, no package manager. "Extra" has the ICU data and time zones that working calendars need.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra AS run
COPY --from=build /app /app
# Baton reads appsettings.json where it is started, and keeps data/ there when its store is a file.
COPY --from=build --chown=1654:1654 /state /var/lib/baton
WORKDIR /var/lib/baton
ENV urls=http://0.0.0.0:8080 \
    DOTNET_EnableDiagnostics_IPC=0
USER 1654:1654
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 CMD ["dotnet", "/app/baton.dll", "doctor", "--live"]
ENTRYPOINT ["dotnet", "/app/baton.dll"]
CMD ["serve"]
