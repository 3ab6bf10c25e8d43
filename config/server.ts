import type { Core } from '@strapi/strapi';

// First thing the application does: node-postgres writes datetimes in the process's zone, and the
// columns carry none. One zone for every process, whatever the machine's (ADR 4).
process.env.TZ = 'UTC';

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => ({
  host: env('HOST', '0.0.0.0'),
  port: env.int('PORT', 1337),
  url: env('PUBLIC_URL', 'http://localhost:1337'),
  app: { keys: env.array('APP_KEYS', []) },
  // Behind a TLS proxy, trust its X-Forwarded-* headers; otherwise anyone could forge them. Of the addresses
  // in X-Forwarded-For, only the last ones were written by proxies of ours: the others, by whoever calls.
  proxy: {
    koa: env.bool('TRUST_PROXY', false),
    maxIpsCount: Math.max(1, env.int('TRUST_PROXY_HOPS', 1)),
  },
  // No outgoing call at start, no remote pull or push of the whole database.
  logger: { updates: { enabled: false } },
  transfer: { remote: { enabled: false } },
  webhooks: { populateRelations: false },
});
