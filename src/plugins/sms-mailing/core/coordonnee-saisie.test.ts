import { describe, expect, it } from 'vitest';
import { judgeTelephone } from './coordonnee-saisie';
import { judgeCourriel } from './judge-courriel';

describe('Une coordonnée se juge à la saisie', () => {
  it.each(['palmer@courriel.test', ' Élise <elise@x.fr> ', 'nn@noemail.com'])(
    'l’e-mail « %s » est accepté',
    (saisie) => {
      expect(judgeCourriel(saisie)).toBeNull();
    }
  );

  it.each(['pas une adresse', 'palmer@', '@x.fr', 'a@b'])(
    'l’e-mail « %s » est refusé',
    (saisie) => {
      expect(judgeCourriel(saisie)).toContain(`« ${saisie} » n’est pas une adresse e-mail`);
    }
  );

  it.each(['06 12 34 56 78', '612345678', '+32 470 12 34 56', '03.21.00.00.00'])(
    'le numéro « %s » est accepté',
    (saisie) => {
      expect(judgeTelephone(saisie)).toBeNull();
    }
  );

  it.each(['06 12', 'demander à sa sœur', '06 12 34 56 78 90'])(
    'le numéro « %s » est refusé',
    (saisie) => {
      expect(judgeTelephone(saisie)).toContain(`« ${saisie} » n’est pas un numéro de téléphone`);
    }
  );
});
