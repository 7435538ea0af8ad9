# The review page and the workers on SQLite, in one container.
#   docker compose up
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/Claims.Cli/Claims.Cli.csproj --configuration Release --output /claims -p:UseAppHost=false

FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /claims /opt/claims
# The image's own user without rights owns the data, and a volume takes its owner over from here.
RUN mkdir /data && chown "$APP_UID" /data
USER $APP_UID
WORKDIR /data
VOLUME /data
# Inside the container every address is its own; compose publishes the port on the host's loopback only.
ENV CLAIMS_DATABASE=/data/claims.db CLAIMS_ADDRESS=0.0.0.0 CLAIMS_PORT=5080
EXPOSE 5080
# The image has no curl; bash's own TCP file asks for the health page.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/5080 && printf 'GET /health HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["dotnet", "/opt/claims/claims.dll"]
CMD ["serve"]
