import { Button, Flex, Typography } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { useState, type JSX } from 'react';
import { useNavigate } from 'react-router-dom';
import type { FichePersonne } from '../../../../../core/api/repertoire';
import { useDeleteCrmMutation } from '../../../api/crm';
import { useErasePersonneMutation } from '../../../api/oppositions';
import { BoutonTelecharger } from '../../../components/BoutonTelecharger';
import { Carte } from '../../../components/Carte';
import { Confirmation } from '../../../components/Confirmation';
import { pluralize } from '../../../components/texte';
import { useAction } from '../../../components/useAction';
import { useDroits } from '../../../droits';
import { FAMILLES } from './familles';

interface Props {
  fiche: FichePersonne;
}

/** RGPD, art. 17: her envois first, then the fiche, which nothing names any more. */
function Effacer({ fiche }: Props): JSX.Element {
  const [ouverte, setOuverte] = useState(false);
  const [erase] = useErasePersonneMutation();
  const [deleteFiche] = useDeleteCrmMutation();
  const run = useAction();
  const navigate = useNavigate();
  const { typeDestinataire, documentId, nom } = fiche;
  const { chemin, fiche: type } = FAMILLES[typeDestinataire];

  async function confirm(): Promise<void> {
    const effacee = await run(erase({ typeDestinataire, documentId }), ({ envois }) =>
      pluralize(envois, 'envoi rendu anonyme.', 'envois rendus anonymes.')
    );
    if (
      effacee !== null &&
      (await run(deleteFiche({ type, documentId }), 'La fiche est supprimée.')) !== null
    ) {
      navigate(chemin, { replace: true });
    }
  }

  return (
    <>
      <Button
        variant="danger-light"
        startIcon={<Trash />}
        onClick={() => {
          setOuverte(true);
        }}
      >
        Effacer la personne
      </Button>
      <Confirmation
        ouverte={ouverte}
        titre={`Effacer ${nom} ?`}
        confirmer="Effacer la personne"
        annuler="Garder la personne"
        danger
        onConfirmer={confirm}
        onFermer={() => {
          setOuverte(false);
        }}
      >
        <Typography>
          Les messages déjà reçus restent comptés, sans nom ni adresse, et ceux qui étaient
          programmés ne partiront pas.
        </Typography>
        <Typography>
          Ses adresses sont gardées sous une forme illisible, pour ne plus jamais lui écrire, même
          réimportée. Puis sa fiche est supprimée.
        </Typography>
        <Typography fontWeight="bold">Rien de tout cela ne se défait.</Typography>
      </Confirmation>
    </>
  );
}

/** What a person may ask (RGPD, art. 15, 17 and 20); of a partner, the contact is erased on her own fiche. */
export function DroitsDeLaPersonne({ fiche }: Props): JSX.Element | null {
  const droits = useDroits('oppositions.exporter-personne', 'oppositions.effacer-personne');
  const exporte = droits['oppositions.exporter-personne'];
  const efface =
    droits['oppositions.effacer-personne'] && fiche.typeDestinataire !== 'entreprise_partenaire';
  return exporte || efface ? (
    <Carte
      titre="Droits de la personne (RGPD)"
      aide="À sa demande : une copie de tout ce qui est gardé d’elle, à lire et en JSON, ou son effacement."
    >
      <Flex gap={3} wrap="wrap">
        {exporte ? (
          <BoutonTelecharger
            adresse={`/personnes/${fiche.typeDestinataire}/${fiche.documentId}/dossier`}
            nom="donnees-personne.html"
          >
            Exporter ses données
          </BoutonTelecharger>
        ) : null}
        {efface ? <Effacer fiche={fiche} /> : null}
      </Flex>
    </Carte>
  ) : null;
}
