import { Checkbox, Flex, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { useListPersonnesQuery } from '../../../api/repertoire';
import { Bandeau } from '../../../components/Bandeau';
import { ChampTexte } from '../../../components/ChampTexte';
import { useDiffere } from '../../../components/useDiffere';
import { CreationFiche } from '../CreationFiche';
import { LienFiche } from '../LienFiche';

const VIDE = { nom: '', prenom: '', email: '', telephone: '', ficheTest: false };
type Saisie = typeof VIDE;

const CHAMPS: readonly (readonly [Exclude<keyof Saisie, 'ficheTest'>, string, boolean])[] = [
  ['nom', 'Nom', true],
  ['prenom', 'Prénom', true],
  ['email', 'E-mail', false],
  ['telephone', 'Téléphone', false],
];

const PAUSE_MS = 300;
const SEMBLABLES = 5;

/** Who bears that name, that e-mail or that number already: two fiches of one person receive twice. */
function Semblables({ saisie }: { saisie: Saisie }): JSX.Element | null {
  const { nom, prenom, email, telephone } = useDiffere(saisie, PAUSE_MS);
  const nomEntier = prenom.trim() === '' ? '' : `${nom} ${prenom}`.trim();
  const cherche = (recherche: Record<string, string>, skip: boolean) =>
    ({
      demande: { type: 'entrepreneur' as const, recherche: { ...recherche, pageSize: SEMBLABLES } },
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
      <strong>Cette personne a peut-être déjà une fiche :</strong>
      <ul>
        {uniques.map((ligne) => (
          <li key={ligne.documentId}>
            <LienFiche vers={`/entrepreneurs/${ligne.documentId}`}>{ligne.nom}</LienFiche>{' '}
            {[ligne.email, ligne.telephone].filter((mot) => mot !== null).join(', ')}
          </li>
        ))}
      </ul>
    </Bandeau>
  );
}

function toDonnees({ nom, prenom, email, telephone, ficheTest }: Saisie): Record<string, unknown> {
  return {
    ...{ nom: nom.trim(), prenom: prenom.trim(), ficheTest },
    emails: email.trim() === '' ? [] : [{ adresse: email.trim(), reference: true, accepte: true }],
    telephones:
      telephone.trim() === ''
        ? []
        : [{ typeNumero: 'Mobile', numero: telephone.trim(), principal: true }],
  };
}

/** « + Créer » (guide §3): what one knows on the telephone; the rest is in « Coordonnées » and in the full fiche. */
export function NouvelEntrepreneur(): JSX.Element {
  return (
    <CreationFiche
      type="entrepreneur"
      titre="Créer un entrepreneur"
      verbe="Créer la fiche"
      succes="La fiche est créée. Vérifiez ce que la personne accepte de recevoir."
      vide={VIDE}
      isComplete={({ nom, prenom }) => nom.trim() !== '' && prenom.trim() !== ''}
      toDonnees={toDonnees}
      cheminDe={(documentId) => `${documentId}/coordonnees`}
    >
      {(saisie, onSaisie) => (
        <Flex direction="column" alignItems="stretch" gap={4}>
          {CHAMPS.map(([cle, libelle, requis]) => (
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
          <Checkbox
            checked={saisie.ficheTest}
            onCheckedChange={(coche) => {
              onSaisie({ ...saisie, ficheTest: coche === true });
            }}
          >
            Fiche test, pour essayer les envois : « tout cocher » ne la prend pas
          </Checkbox>
          <Semblables saisie={saisie} />
          <Typography variant="pi" textColor="neutral600">
            L’e-mail est saisi comme accepté. Le numéro, lui, ne recevra de SMS qu’une fois les deux
            cases cochées dans « Coordonnées ».
          </Typography>
        </Flex>
      )}
    </CreationFiche>
  );
}
