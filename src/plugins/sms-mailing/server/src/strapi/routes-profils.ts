import { guarded, own } from './guarded';

/** Guide §4. */
export const PROFILS = [
  own('/mon-perimetre', 'perimetre.explain'),
  guarded('GET', '/profils', 'profil.list', 'profils.consulter-profils'),
  guarded('GET', '/profils/:id', 'profil.open', 'profils.consulter-profils'),
  guarded('POST', '/profils', 'profil.create', 'profils.gerer-profils'),
  guarded('PUT', '/profils/:id', 'profil.update', 'profils.gerer-profils'),
  guarded('DELETE', '/profils/:id', 'profil.delete', 'profils.gerer-profils'),
  guarded('GET', '/comptes', 'profil.comptes', 'profils.consulter-profils'),
  guarded('GET', '/comptes/:id/droits', 'profil.droits', 'profils.consulter-profils'),
  guarded('PUT', '/comptes/:id/rattachement', 'profil.rattacher', 'profils.gerer-profils'),
];
