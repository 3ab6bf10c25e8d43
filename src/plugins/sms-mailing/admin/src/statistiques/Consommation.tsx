import type { JSX } from 'react';
import type { SuiviPackages } from '../../../core/suivi-packages';
import { Carte } from '../components/Carte';
import { formatNombre, pluralize } from '../components/texte';
import { Graphique } from './Graphique';
import type { Point, Serie } from './points';

const COURT = new Intl.DateTimeFormat('fr-FR', { month: 'short', timeZone: 'UTC' });
const LONG = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' });

const SERIES: readonly Serie[] = [{ cle: 'sms', libelle: 'SMS' }];

type Chiffres = Pick<SuiviPackages, 'consommation' | 'anterieurs'>;

function toPoint({ mois, sms }: Chiffres['consommation'][number]): Point {
  const date = new Date(`${mois}-01T00:00:00Z`);
  return { cle: mois, court: COURT.format(date), long: LONG.format(date), valeurs: { sms } };
}

/** The bars say a year, « SMS consommés » the whole life of the packages: what is between the two is said. */
function phraseTotal({ consommation, anterieurs }: Chiffres): string {
  const annee = consommation.reduce((somme, { sms }) => somme + sms, 0);
  return anterieurs === 0
    ? `${pluralize(annee, 'SMS consommé', 'SMS consommés')} en tout.`
    : `${pluralize(annee, 'SMS', 'SMS')} en douze mois, et ${formatNombre(anterieurs)} avant ou déjà à la saisie du package : ${pluralize(annee + anterieurs, 'SMS consommé', 'SMS consommés')} en tout.`;
}

/** Guide §10: SMS used, month by month. */
export function Consommation({ chiffres }: { chiffres: Chiffres }): JSX.Element {
  return (
    <Carte titre="SMS par mois" aide={phraseTotal(chiffres)}>
      <Graphique
        nom="SMS par mois"
        entete="Mois"
        series={SERIES}
        points={chiffres.consommation.map(toPoint)}
      />
    </Carte>
  );
}
