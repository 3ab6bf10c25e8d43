/** The compiled application under the environment it is given, in a process of its own; prints its port. */
import { listen, loadApplication } from '../../scripts/demo/application.mjs';

const { strapi, stop } = await loadApplication({});
strapi.server.mount();
console.log(await listen(strapi, 0, '127.0.0.1'));
process.once('SIGTERM', () => void stop().then(() => process.exit(0)));
