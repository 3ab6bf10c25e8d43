import { Button, Checkbox, Flex, Grid, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type { ParametresLus } from '../../../../../core/parametres';
import { useReadBoiteQuery, useTestBoiteMutation } from '../../../api/parametres';
import { Carte } from '../../../components/Carte';
import { CaseGrille } from '../../../components/CaseGrille';
import { ChampNombre } from '../../../components/ChampNombre';
import { ChampTexte } from '../../../components/ChampTexte';
import { formatInstant, pluralize } from '../../../components/texte';
import { useAction } from '../../../components/useAction';
import { LienFiche } from '../../fiches/LienFiche';
import { ChampSecret } from './ChampSecret';
import { RetoursFournisseur } from './RetoursFournisseur';
import type { Saisie } from './useSaisie';

interface Props {
  lus: ParametresLus;
  saisie: Saisie;
}

const TONS = { ok: 'success600', echec: 'danger600', impossible: 'neutral600' } as const;

/** How the last turns went. */
function Lecture(): JSX.Element | null {
  const { data } = useReadBoiteQuery(undefined);
  if (data === undefined || (data.luLe === null && data.echec === null)) {
    return null;
  }
  if (data.echec !== null) {
    return (
      <Typography textColor="danger600">
        Depuis le {formatInstant(data.echecDepuis)} : {data.echec}
      </Typography>
    );
  }
  return (
    <Typography textColor="neutral600">
      Lue le {formatInstant(data.luLe)}. Depuis le début :{' '}
      {pluralize(data.traites, 'e-mail revenu', 'e-mails revenus')},{' '}
      {pluralize(data.laisses, 'autre message laissé', 'autres messages laissés')} dans la boîte.
    </Typography>
  );
}

function Essai({ enAttente }: { enAttente: boolean }): JSX.Element {
  const [test, { data, isLoading }] = useTestBoiteMutation();
  const run = useAction();
  return (
    <Flex gap={3} wrap="wrap">
      <Button
        variant="secondary"
        disabled={enAttente}
        loading={isLoading}
        onClick={() => void run(test(undefined), ({ phrase }) => phrase)}
      >
        Tester la connexion à la boîte
      </Button>
      {data === undefined ? null : (
        <Typography role="status" textColor={TONS[data.issue]}>
          {data.phrase}
        </Typography>
      )}
    </Flex>
  );
}

function Serveur({ lus, saisie }: Props): JSX.Element {
  const { parametres, secrets, erreur, change, changeSecret } = saisie;
  const { rebonds } = parametres;
  const changeBoite = (changement: Partial<typeof rebonds>): void => {
    change({ rebonds: { ...rebonds, ...changement } });
  };
  return (
    <>
      <CaseGrille colonnes={6}>
        <ChampTexte
          nom="rebonds.hote"
          libelle="Serveur IMAP"
          valeur={rebonds.hote}
          indice="imap.votre-hebergeur.fr"
          erreur={erreur('rebonds.hote')}
          aide="Vide : aucune boîte n’est lue, les adresses qui ne marchent pas ne se voient pas."
          onValeur={(hote) => {
            changeBoite({ hote });
          }}
        />
      </CaseGrille>
      <CaseGrille colonnes={6}>
        <ChampNombre
          nom="rebonds.port"
          libelle="Port"
          aide="993 le plus souvent ; 143 quand la connexion se chiffre ensuite."
          nombre={rebonds.port}
          erreur={erreur('rebonds.port')}
          onNombre={(port) => {
            changeBoite({ port: port ?? 993 });
          }}
        />
      </CaseGrille>
      <CaseGrille colonnes={6}>
        <ChampTexte
          nom="rebonds.utilisateur"
          libelle="Utilisateur de la boîte"
          valeur={rebonds.utilisateur}
          erreur={erreur('rebonds.utilisateur')}
          aide="Souvent l’adresse entière."
          onValeur={(utilisateur) => {
            changeBoite({ utilisateur });
          }}
        />
      </CaseGrille>
      <CaseGrille colonnes={6}>
        <ChampSecret
          libelle="Mot de passe de la boîte"
          aide="Chiffré, jamais réaffiché ; à saisir de nouveau si le serveur change."
          requis={false}
          etat={lus.secrets.motDePasseRebonds}
          valeur={secrets.motDePasseRebonds}
          onValeur={(valeur) => {
            changeSecret('motDePasseRebonds', valeur);
          }}
        />
      </CaseGrille>
    </>
  );
}

/** Docs/adr/0031: where undelivered e-mails come back, and the mailbox that is read. */
export function BoiteRebonds({ lus, saisie }: Props): JSX.Element {
  const { parametres, erreur, change } = saisie;
  const { rebonds } = parametres;
  return (
    <Carte
      titre="Retours des e-mails"
      aide="Un e-mail qui ne peut pas être remis revient dans une boîte. Lue toutes les cinq minutes, elle dit quelles adresses ne marchent plus."
    >
      <Grid.Root gap={4}>
        <CaseGrille colonnes={6}>
          <ChampTexte
            nom="rebonds.adresse"
            libelle="Adresse de retour"
            type="email"
            valeur={rebonds.adresse}
            indice="rebonds@votre-domaine.fr"
            erreur={erreur('rebonds.adresse')}
            aide="Du même domaine que l’adresse d’expédition. Vide : les retours vont à celle-ci. La changer demande une nouvelle vérification."
            onValeur={(adresse) => {
              change({ rebonds: { ...rebonds, adresse } });
            }}
          />
        </CaseGrille>
        <CaseGrille colonnes={6}>
          <Checkbox
            checked={rebonds.adressesPlus}
            disabled={rebonds.adresse === ''}
            onCheckedChange={(oui) => {
              change({ rebonds: { ...rebonds, adressesPlus: oui === true } });
            }}
          >
            Cette boîte reçoit aussi les adresses en « + » (rebonds+…@) : chaque retour est alors
            reconnu sans erreur
          </Checkbox>
        </CaseGrille>
        <Serveur lus={lus} saisie={saisie} />
      </Grid.Root>
      <Essai enAttente={saisie.modifiee} />
      <Lecture />
      <RetoursFournisseur lus={lus} saisie={saisie} />
      <LienFiche vers="/contacts-emails-sms/adresses-a-corriger">
        Voir les adresses à corriger
      </LienFiche>
    </Carte>
  );
}
