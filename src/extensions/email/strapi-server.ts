interface Route {
  method: string;
  path: string;
}

interface EmailPlugin {
  routes: Record<string, { routes: Route[] }>;
}

/**
 * Strapi's `POST /email` lets any logged-in user, without a single right, send any message to anyone.
 * Both doors are closed; the service stays, and so does `/email/test`, which checks a right.
 */
export default function closeOpenRelay(plugin: EmailPlugin): EmailPlugin {
  const admin = plugin.routes['admin'];
  if (admin) {
    admin.routes = admin.routes.filter((route) => !(route.method === 'POST' && route.path === '/'));
  }
  delete plugin.routes['content-api'];
  return plugin;
}
