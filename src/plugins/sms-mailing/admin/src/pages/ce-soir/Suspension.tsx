import { Button, Flex, Typography } from '@strapi/design-system';
import { Play, Stop } from '@strapi/icons';
import { useState, type JSX } from 'react';
import type { Soiree } from '../../../../core/soiree';
import { useReprendreSoireeMutation, useSuspendreSoireeMutation } from '../../api/soiree';
import { Bandeau } from '../../components/Bandeau';
import { Confirmation } from '../../components/Confirmation';
import { formatInstant, pluralize } from '../../components/texte';
import { useAction } from '../../components/useAction';
import { useDroits } from '../../droits';

interface Props {
  soiree: Soiree;
  /** Of tonight, already begun: how many still wait. */
  restants: number | null;
}

/** « Suspendre ce soir », « Arrêter le reste » once it has begun, « Reprendre » what is held. */
export function BoutonSuspension({ soiree, restants }: Props): JSX.Element | null {
  const { 'envois.suspendre-soiree': permis } = useDroits('envois.suspendre-soiree');
  const [ouverte, setOuverte] = useState(false);
  const [suspendre] = useSuspendreSoireeMutation();
  const [reprendre] = useReprendreSoireeMutation();
  const run = useAction();
  if (!permis) {
    return null;
  }
  const { suspendue, programmes, automatiquesCeSoir } = soiree;
  const commencee = restants !== null;
  const nombre = pluralize(restants ?? programmes + automatiquesCeSoir, 'message');
  const verbe = commencee ? 'Arrêter le reste' : 'Suspendre ce soir';
  const textes =
    suspendue === null
      ? { bouton: verbe, titre: `${verbe} ?`, confirmer: `Retenir ${nombre}` }
      : {
          bouton: 'Reprendre l’envoi',
          titre: 'Reprendre l’envoi du soir ?',
          confirmer: 'Reprendre l’envoi',
        };
  return (
    <>
      <Button
        variant={suspendue === null ? 'danger-light' : 'success'}
        startIcon={suspendue === null ? <Stop /> : <Play />}
        onClick={() => {
          setOuverte(true);
        }}
      >
        {textes.bouton}
      </Button>
      <Confirmation
        ouverte={ouverte}
        titre={textes.titre}
        confirmer={textes.confirmer}
        annuler="Ne rien changer"
        danger={suspendue === null}
        onConfirmer={() =>
          suspendue === null
            ? run(suspendre(undefined), 'L’envoi du soir est suspendu : rien ne part.')
            : run(reprendre(undefined), 'L’envoi du soir reprend.')
        }
        onFermer={() => {
          setOuverte(false);
        }}
      >
        {suspendue === null ? (
          <>
            <Typography>
              {commencee ? 'Ce qui n’est pas encore parti est retenu' : 'Rien ne partira à 19h'} :
              campagnes, envois automatiques et fiches Entrepreneur. Ce qui part au clic d’une fiche
              Action n’est pas concerné.
            </Typography>
            <Typography>
              Corrigez ce qui doit l’être (texte, pièce jointe, coordonnées), puis reprenez : les
              messages retenus partiront corrigés. Rien n’est perdu.
            </Typography>
          </>
        ) : (
          <Typography>
            {nombre} partiront à leur heure, ou tout de suite si elle est passée, avec les textes et
            les coordonnées de maintenant.
          </Typography>
        )}
      </Confirmation>
    </>
  );
}

/** Said at the top of the page for as long as it lasts. */
export function BandeauSuspension({ soiree }: { soiree: Soiree }): JSX.Element | null {
  const { suspendue } = soiree;
  if (suspendue === null) {
    return null;
  }
  return (
    <Bandeau danger>
      <Flex direction="column" alignItems="stretch" gap={1}>
        <strong>
          L’envoi du soir est suspendu
          {suspendue.par === '' ? '' : ` par ${suspendue.par}`} depuis le{' '}
          {formatInstant(suspendue.depuis)}.
        </strong>
        Rien ne part le soir tant qu’il n’est pas repris. Les rappels dont l’action aura commencé ne
        partiront plus.
      </Flex>
    </Bandeau>
  );
}
