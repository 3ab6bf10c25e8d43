import { parametresSchema } from '../../../../core/parametres';
import { createController, parse } from './handle';

/** Guide §1. */
export const parametres = createController({
  read: ({ app }) => app.moteur.parametres.read(),

  write: async ({ app, body }) => {
    const saisis = parse(parametresSchema, body);
    await app.moteur.parametres.write(saisis);
    return saisis;
  },
});
