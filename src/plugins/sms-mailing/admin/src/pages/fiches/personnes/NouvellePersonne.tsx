import { Checkbox, Flex, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type { TypeDestinataire } from '../../../../../core/vocabulaire';
import { useListPersonnesQuery } from '../../../api/repertoire';
import { Bandeau } from '../../../components/Bandeau';
import { ChampTexte } from '../../../components/ChampTexte';
import { useDiffere } from '../../../components/useDiffere';
import { CreationFiche } from '../CreationFiche';
import { LienFiche } from '../LienFiche';
import { useDroitCrm } from '../useDroitCrm';
import { FAMILLES } from './familles';

const VIDE = { nom: '', prenom: '', email: '', telephone: '', ficheTest: false };
type Saisie = typeof VIDE;

interface Forme {
  titre: string;
  champs: readonly (readonly [Exclude<keyof Saisie, 'ficheTest'>, string, boolean])[];
  toDonnees: (saisie: Saisie) => Record<string, unknown>;
  aide: string;
}

const listTelephones = ({ telephone }: Saisie): Record<string, unknown>[] =>
  telephone.trim() === ''
    ? []
    : [{ typeNumero: 'Mobile', numero: telephone.trim(), principal: true }];

/** What one knows on the telephone; the rest is in « Coordonnées » and in the full fiche. */
const FORMES: Readonly<Record<TypeDestinataire, Forme>> = {
  entrepreneur: {
    titre: 'Créer un entrepreneur',
    champs: [
      ['nom', 'Nom', true],
      ['prenom', 'Prénom', true],
      ['email', 'E-mail', false],
      ['telephone', 'Téléphone', false],
    ],
    toDonnees: (saisie) => ({
      ...{ nom: saisie.nom.trim(), prenom: saisie.prenom.trim() },
      ...(saisie.ficheTest ? { ficheTest: true } : {}),
      emails:
        saisie.email.trim() === ''
          ? []
          : [{ adresse: saisie.email.trim(), reference: true, accepte: true }],
      telephones: listTelephones(saisie),
    }),
    aide: 'L’e-mail est saisi comme accepté. Le numéro, lui, ne recevra de SMS qu’une fois les deux cases cochées dans « Coordonnées ».',
  },
  contact_individuel: {
    titre: 'Créer un contact individuel',
    champs: [
      ['nom', 'Nom', true],
      ['prenom', 'Prénom', false],
      ['email', 'Courriel pro', false],
      ['telephone', 'Téléphone', false],
    ],
    toDonnees: (saisie) => ({
      ...{ nom: saisie.nom.trim(), prenom: saisie.prenom.trim() },
      ...(saisie.email.trim() === '' ? {} : { courrielPro: saisie.email.trim() }),
      telephones: listTelephones(saisie),
    }),
    aide: 'Le courriel pro est saisi comme accepté. Le numéro, lui, ne recevra de SMS qu’une fois les deux cases cochées dans « Coordonnées ».',
  },
  entreprise_partenaire: {
    titre: 'Créer une entreprise partenaire',
    champs: [['nom', 'Raison sociale', true]],
    toDonnees: ({ nom }) => ({ raisonSociale: nom.trim() }),
    aide: 'On écrit à une entreprise par son contact référent : ajoutez-le ensuite dans la fiche complète.',
  },
};

interface Props {
  type: TypeDestinataire;
}

const PAUSE_MS = 300;
const SEMBLABLES = 5;

/** Who bears that name, that e-mail or that number already: two fiches of one person receive twice. */
function Semblables({ type, saisie }: Props & { saisie: Saisie }): JSX.Element | null {
  const { nom, prenom, email, telephone } = useDiffere(saisie, PAUSE_MS);
  const nomSeul = type === 'entreprise_partenaire';
  const nomEntier = prenom.trim() === '' && !nomSeul ? '' : `${nom} ${prenom}`.trim();
  const cherche = (recherche: Record<string, string>, skip: boolean) =>
    ({
      demande: { type, recherche: { ...recherche, pageSize: SEMBLABLES } },
      options: { skip },
    }) as const;
  const parNom = cherche({ nom: nomEntier }, nom.trim() === '' || nomEntier === '');
  const parEmail = cherche({ email }, !email.includes('@'));
  const parNumero = cherche({ telephone }, telephone.replace(/\D/g, '').length < 9);
  const trouves = [
    useListPersonnesQuery(parNom.demande, parNom.options),
    useListPersonnesQuery(parEmail.demande, parEmail.options),
    useListPersonnesQuery(parNumero.demande, parNumero.options),
  ].flatMap(({ currentData }) => currentData?.lignes ?? []);
  const uniques = [...new Map(trouves.map((ligne) => [ligne.documentId, ligne])).values()];
  return uniques.length === 0 ? null : (
    <Bandeau>
      <strong>
        {nomSeul ? 'Cette entreprise' : 'Cette personne'} a peut-être déjà une fiche :
      </strong>
      <ul>
        {uniques.map((ligne) => (
          <li key={ligne.documentId}>
            <LienFiche vers={`${FAMILLES[type].chemin}/${ligne.documentId}`}>
              {ligne.raisonSociale ?? ligne.nom}
            </LienFiche>{' '}
            {[ligne.email, ligne.telephone].filter((mot) => mot !== null).join(', ')}
          </li>
        ))}
      </ul>
    </Bandeau>
  );
}

/** « + Créer » (guide §3). */
export function NouvellePersonne({ type }: Props): JSX.Element {
  const { titre, champs, toDonnees, aide } = FORMES[type];
  const { chemin, fiche } = FAMILLES[type];
  const droitTest = useDroitCrm('create', 'entrepreneur', 'ficheTest') && type === 'entrepreneur';
  return (
    <CreationFiche
      type={fiche}
      titre={titre}
      verbe="Créer la fiche"
      succes="La fiche est créée. Vérifiez ce que la personne accepte de recevoir."
      vide={VIDE}
      isComplete={(saisie) =>
        champs.every(([cle, , requis]) => !requis || saisie[cle].trim() !== '')
      }
      toDonnees={toDonnees}
      cheminDe={(documentId) => `${chemin}/${documentId}/coordonnees`}
    >
      {(saisie, onSaisie) => (
        <Flex direction="column" alignItems="stretch" gap={4}>
          {champs.map(([cle, libelle, requis]) => (
            <ChampTexte
              key={cle}
              nom={cle}
              libelle={libelle}
              requis={requis}
              valeur={saisie[cle]}
              onValeur={(valeur) => {
                onSaisie({ ...saisie, [cle]: valeur });
              }}
            />
          ))}
          {droitTest && (
            <Checkbox
              checked={saisie.ficheTest}
              onCheckedChange={(coche) => {
                onSaisie({ ...saisie, ficheTest: coche === true });
              }}
            >
              Fiche test, pour essayer les envois : « tout cocher » ne la prend pas
            </Checkbox>
          )}
          <Semblables type={type} saisie={saisie} />
          <Typography variant="pi" textColor="neutral600">
            {aide}
          </Typography>
        </Flex>
      )}
    </CreationFiche>
  );
}
