import type { Cobaye } from '../../../../core/api/modeles';
import { CATALOGUE, type EntreeCatalogue } from '../../../../core/catalogue-signets';
import type { Perimetre } from '../../../../core/perimetre';
import { compileRendu } from '../../../../core/rendu';
import { parseSignets } from '../../../../core/signet';
import type { FicheStore } from '../ports/fiches';
import type { Moteur } from '../ports/moteur';
import { toValeurs } from '../rendre/to-valeurs';
import { readSujet } from './preview-modele';

function isLisible(entree: EntreeCatalogue, cobaye: Cobaye): boolean {
  return (
    entree.destinataires.includes(cobaye.typeDestinataire) &&
    (entree.declencheur === 'personne' || cobaye.actionDocumentId !== null)
  );
}

export interface ExemplesDeps {
  fiches: FicheStore;
  zone: string;
  reponse: Moteur['reponse'];
}

/**
 * Guide §2.c « Signets disponibles »: what each signet writes for this person, and this action when there is
 * one, by its path. A signet that cannot stand in a message to her has no line.
 */
export async function showExemples(
  { fiches, zone, reponse }: ExemplesDeps,
  cobaye: Cobaye,
  perimetre: Perimetre
): Promise<Record<string, string>> {
  const entrees = CATALOGUE.filter((entree) => isLisible(entree, cobaye));
  const donnees = [...new Set(entrees.map(({ donnee }) => donnee))];
  const message = { typeContact: 'email', but: 'suivi' } as const;
  const sujet = await readSujet(fiches, message, donnees, { cobaye, perimetre });
  const valeurs = toValeurs(donnees, sujet.valeurs, { adresseReponse: reponse.adresse });
  return Object.fromEntries(
    entrees.map(({ chemin }) => [
      chemin,
      compileRendu(parseSignets(`\${${chemin}}`), 'texte', zone)(valeurs),
    ])
  );
}
