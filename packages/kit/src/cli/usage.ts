export const usage = `zs serve [options]    启动参考服务 / run the reference server

  --demo                演示身份、可调时钟和演示门户 / demo personas, movable clock, demo portal
  --port <number>       端口，默认 5180 / default 5180
  --host <address>      监听地址，默认仅本机；:: 为全部 IPv4 与 IPv6 / loopback by default; :: for all
  --data <folder>       数据文件夹，默认 .zs-data / where the embedded database is kept
  --zone <name>         园区，默认同预设 / zone, the preset's name by default
  --preset <name>       园区预设，默认 chongming / zone preset
  --origin <origin>     允许跨域的门户，可重复 / origin whose pages may call the API, repeatable
  --trusted-proxies <n> 前置网关层数 / gateways in front that append to X-Forwarded-For
  --https               由网关提供 https / callers reach us over https
  --no-rate-limits      仅用于测速 / for measurements only
  --log <level>         日志级别，默认 info / log level

环境变量 / environment
  DATABASE_URL          使用 PostgreSQL / use PostgreSQL instead of the embedded database
  ZS_JWT_ISSUER, ZS_JWT_AUDIENCE, ZS_JWT_JWKS_URL, ZS_JWT_ALGORITHMS (RS256), ZS_JWT_COOKIE
                        由门户签发的登录凭证 / sessions from tokens of the host portal`;
