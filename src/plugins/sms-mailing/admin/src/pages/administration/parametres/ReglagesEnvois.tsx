import { Checkbox, Field, Flex, Grid, Radio } from '@strapi/design-system';
import type { JSX } from 'react';
import type { Parametres } from '../../../../../core/parametres';
import { CaseGrille } from '../../../components/CaseGrille';
import { Carte } from '../../../components/Carte';
import { ChampNombre } from '../../../components/ChampNombre';
import { ChampTexte } from '../../../components/ChampTexte';
import { PaysSms } from './PaysSms';
import type { Saisie } from './useSaisie';

type CleNombre =
  | 'caracteresParSms'
  | 'seuilAlertePackages'
  | 'messagesParClic'
  | 'messagesParJour'
  | 'repentirSecondes'
  | 'texteMois'
  | 'preuveMois'
  | 'smsParSeconde'
  | 'emailsParSeconde'
  | 'emailsParHeure'
  | 'partDuClic';

interface Nombre {
  cle: CleNombre;
  libelle: string;
  aide: string;
  /** What an emptied field becomes. */
  vide: number | null;
}

const NOMBRES: readonly Nombre[] = [
  {
    cle: 'caracteresParSms',
    libelle: 'Caractères par SMS',
    aide: 'Au-delà, le message compte pour plusieurs SMS.',
    vide: 155,
  },
  {
    cle: 'seuilAlertePackages',
    libelle: 'Alerte de stock (%)',
    aide: 'Part restante des packages sous laquelle l’accueil prévient.',
    vide: 10,
  },
  {
    cle: 'messagesParClic',
    libelle: 'Messages en un clic depuis une fiche',
    aide: 'Pour qui n’a pas le droit de programmer des campagnes, hors ses propres actions.',
    vide: 50,
  },
  {
    cle: 'messagesParJour',
    libelle: 'Messages par jour depuis les fiches',
    aide: 'Pour les mêmes, en 24 heures.',
    vide: 200,
  },
  {
    cle: 'repentirSecondes',
    libelle: 'Délai pour se raviser (secondes)',
    aide: 'Après un envoi immédiat, le temps de cliquer sur « Annuler cet envoi » ; 30 est proposé.',
    vide: 0,
  },
  {
    cle: 'smsParSeconde',
    libelle: 'SMS par seconde',
    aide: 'Vide : sans limite. Certains opérateurs en imposent une.',
    vide: null,
  },
  {
    cle: 'emailsParSeconde',
    libelle: 'E-mails par seconde',
    aide: 'Vide : sans limite.',
    vide: null,
  },
  {
    cle: 'emailsParHeure',
    libelle: 'E-mails par heure',
    aide: 'Vide : sans limite. Votre hébergeur de messagerie la donne.',
    vide: null,
  },
  {
    cle: 'texteMois',
    libelle: 'Texte des messages gardé (mois)',
    aide: 'Ensuite, l’historique dit encore qui a reçu quoi et quand, sans le texte. 13 au moins.',
    vide: 13,
  },
  {
    cle: 'preuveMois',
    libelle: 'Preuve des envois gardée (mois)',
    aide: 'Ensuite, l’historique compte encore l’envoi, sans dire à qui il a été fait.',
    vide: 60,
  },
  {
    cle: 'partDuClic',
    libelle: 'Part de l’heure gardée aux envois immédiats (%)',
    aide: 'La soirée la leur laisse : un envoi depuis une action n’attend pas qu’elle finisse.',
    vide: 10,
  },
];

function toChoix(choix: Parametres['promotionSansConsentement']): string {
  return choix === null ? '' : choix ? 'oui' : 'non';
}

/** Guide §5.a and §10, decisions D3 and F14: what counts, what is held back, at what pace. */
export function ReglagesEnvois({ saisie }: { saisie: Saisie }): JSX.Element {
  const { parametres, erreur, change } = saisie;
  return (
    <Carte titre="Règles d’envoi">
      <Field.Root name="promotionSansConsentement">
        <Field.Label>
          Une promotion peut-elle partir aux personnes dont l’accord RGPD n’est pas renseigné ?
        </Field.Label>
        <Radio.Group
          value={toChoix(parametres.promotionSansConsentement)}
          onValueChange={(choix: string) => {
            change({ promotionSansConsentement: choix === 'oui' });
          }}
        >
          <Radio.Item value="non">
            Non : seulement aux personnes qui ont donné leur accord
          </Radio.Item>
          <Radio.Item value="oui">Oui : à toutes celles qui ne l’ont pas refusé</Radio.Item>
        </Radio.Group>
      </Field.Root>
      <Grid.Root gap={4}>
        {NOMBRES.map(({ cle, libelle, aide, vide }) => (
          <CaseGrille key={cle} colonnes={4}>
            <ChampNombre
              nom={cle}
              libelle={libelle}
              aide={aide}
              nombre={parametres[cle] ?? undefined}
              erreur={erreur(cle)}
              onNombre={(nombre) => {
                change({ [cle]: nombre ?? vide });
              }}
            />
          </CaseGrille>
        ))}
        <CaseGrille colonnes={8}>
          <ChampTexte
            nom="alertesA"
            libelle="Adresse prévenue quand le stock de SMS est bas"
            type="email"
            valeur={parametres.alertesA}
            aide="Vide : les utilisateurs du profil Administrateur."
            erreur={erreur('alertesA')}
            onValeur={(alertesA) => {
              change({ alertesA });
            }}
          />
        </CaseGrille>
      </Grid.Root>
      <PaysSms saisie={saisie} />
      <Flex direction="column" alignItems="flex-start" gap={3}>
        <Checkbox
          checked={parametres.remplacerAccents}
          onCheckedChange={(coche: boolean | 'indeterminate') => {
            change({ remplacerAccents: coche === true });
          }}
        >
          Simplifier les lettres qui renchérissent un SMS (ç, ê, œ, « »…)
        </Checkbox>
        <Checkbox
          checked={parametres.autoriserDepassement}
          onCheckedChange={(coche: boolean | 'indeterminate') => {
            change({ autoriserDepassement: coche === true });
          }}
        >
          Envoyer les SMS même quand le package est épuisé
        </Checkbox>
      </Flex>
    </Carte>
  );
}
