import { Checkbox, Flex, TextButton, Typography } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import type { ModeleDeFiche } from '../../../../../core/api/fiches';
import type { TypeContact } from '../../../../../core/vocabulaire';
import { Confirmation } from '../../../components/Confirmation';
import { Onglets, type Onglet } from '../../../components/Onglets';
import { Tableau, type ColonneTableau } from '../../../components/Tableau';
import { pluralize } from '../../../components/texte';

interface Props {
  type: TypeContact;
  modeles: readonly ModeleDeFiche[];
  coches: readonly string[];
  /** « Afficher tout » : those that cannot serve here too, with the reason. */
  tout: boolean;
  onType: (type: TypeContact) => void;
  onCoches: (coches: string[]) => void;
  onTout: (tout: boolean) => void;
  /** The mouse, the keyboard or a click is on it: it is shown beside. */
  onVu: (modele: ModeleDeFiche) => void;
}

/** Guide §8.b: « Cliquez sur le mode de votre choix. » */
const TYPES: readonly Onglet<TypeContact>[] = [
  { cle: 'email', libelle: 'E-mails' },
  { cle: 'newsletter', libelle: 'Newsletters' },
  { cle: 'sms', libelle: 'SMS' },
];

function Nom({ modele, onVu }: { modele: ModeleDeFiche; onVu: () => void }): JSX.Element {
  return (
    <Flex direction="column" alignItems="flex-start" gap={1} onMouseEnter={onVu}>
      <TextButton onFocus={onVu} onClick={onVu} aria-label={`Aperçu de « ${modele.nom} »`}>
        {modele.nom}
      </TextButton>
      {modele.raison === null ? null : (
        <Typography variant="pi" textColor="neutral600">
          {modele.raison}
        </Typography>
      )}
    </Flex>
  );
}

interface RattacherProps {
  modeles: readonly ModeleDeFiche[];
  coches: readonly string[];
  onCoches: (coches: string[]) => void;
}

/** « Tout rattacher »: as many messages to each person as there are modèles, hence asked first (decision C11). */
function ToutRattacher({ modeles, coches, onCoches }: RattacherProps): JSX.Element | null {
  const [ouverte, setOuverte] = useState(false);
  const possibles = modeles.filter(({ raison }) => raison === null);
  const tous = possibles.length > 0 && possibles.every((m) => coches.includes(m.documentId));
  if (possibles.length < 2) {
    return null;
  }
  return (
    <>
      <Checkbox
        checked={tous}
        onCheckedChange={() => {
          if (tous) {
            onCoches([]);
          } else {
            setOuverte(true);
          }
        }}
      >
        Tout rattacher
      </Checkbox>
      <Confirmation
        ouverte={ouverte}
        titre="Tout rattacher ?"
        confirmer={`Cocher les ${pluralize(possibles.length, 'modèle')}`}
        onConfirmer={() => {
          onCoches(possibles.map(({ documentId }) => documentId));
          return Promise.resolve();
        }}
        onFermer={() => {
          setOuverte(false);
        }}
      >
        <Typography>
          Chaque personne recevra {pluralize(possibles.length, 'message')}, un par modèle. Rien ne
          part encore : vous confirmerez ensuite l’envoi.
        </Typography>
      </Confirmation>
    </>
  );
}

/** Guide §8.b and §9.b: one type of contact at a time, several modèles of it. */
export function ChoixModeles(props: Props): JSX.Element {
  const { type, modeles, coches, tout, onType, onCoches, onTout, onVu } = props;
  const siens = modeles.filter(({ typeContact }) => typeContact === type);
  const colonnes: ColonneTableau<ModeleDeFiche>[] = [
    {
      cle: 'nom',
      titre: 'Type et noms des modèles disponibles',
      valeur: ({ nom }) => nom,
      cellule: (modele) => (
        <Nom
          modele={modele}
          onVu={() => {
            onVu(modele);
          }}
        />
      ),
    },
    {
      cle: 'campagnes',
      titre: 'Campagnes associées',
      valeur: ({ campagnes }) => campagnes,
      cellule: ({ campagnes }) => <Typography>{campagnes === 0 ? '' : campagnes}</Typography>,
    },
  ];
  return (
    <Onglets nom="Mode d’envoi" onglets={TYPES} onglet={type} onOnglet={onType}>
      <Tableau
        key={type}
        nom="Modèles disponibles"
        unite="modèle"
        lignes={siens}
        colonnes={colonnes}
        tri={{ cle: 'nom', croissant: true }}
        filtres={
          <Flex gap={4} wrap="wrap">
            <ToutRattacher modeles={siens} coches={coches} onCoches={onCoches} />
            <Checkbox
              checked={tout}
              onCheckedChange={(oui) => {
                onTout(oui === true);
              }}
            >
              Afficher tout
            </Checkbox>
          </Flex>
        }
        actions={(modele) => (
          <Checkbox
            aria-label={`Rattacher « ${modele.nom} »`}
            checked={coches.includes(modele.documentId)}
            disabled={modele.raison !== null}
            onCheckedChange={(oui) => {
              onVu(modele);
              onCoches(
                oui === true
                  ? [...coches, modele.documentId]
                  : coches.filter((id) => id !== modele.documentId)
              );
            }}
          />
        )}
        vide={{
          titre:
            'Aucun modèle de ce type ne convient ici. Cochez « Afficher tout » pour voir les autres et la raison, ou vérifiez que le modèle est bien affecté au bon contact.',
        }}
      />
    </Onglets>
  );
}
