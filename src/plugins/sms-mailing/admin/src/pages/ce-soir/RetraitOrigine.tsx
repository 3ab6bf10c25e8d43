import { Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type { RetraitSoiree } from '../../../../core/api/soiree';
import { formatJour } from '../../../../core/horaire';
import type { OriginePrevue } from '../../../../core/soiree';
import { useListPersonnesDuSoirQuery, useRetirerDuSoirMutation } from '../../api/soiree';
import { Confirmation } from '../../components/Confirmation';
import { pluralize } from '../../components/texte';
import { useAction } from '../../components/useAction';

/** What can be taken out of an evening as a whole; null: person by person only. */
export function retraitOf(origine: OriginePrevue, soir: string): RetraitSoiree | null {
  const { modalite, regle, campagneId } = origine;
  if (modalite === 'envoi_automatique' && regle !== null) {
    return { genre: 'regle', soir, regle };
  }
  return campagneId === null ? null : { genre: 'campagne', campagneId };
}

interface Props {
  origine: OriginePrevue;
  retrait: RetraitSoiree;
  soir: string;
  onFermer: () => void;
}

function Fenetre({ origine, retrait, soir, onFermer, personnes }: Props & { personnes: number }) {
  const [retirer] = useRetirerDuSoirMutation();
  const run = useAction();
  const { modele } = origine;
  const deRegle = retrait.genre === 'regle';
  const quoi = deRegle ? 'cet envoi automatique pour ce soir-là' : 'cette campagne';
  return (
    <Confirmation
      ouverte
      danger
      titre={`Annuler ${quoi} ?`}
      confirmer={`Annuler ${pluralize(personnes, 'message')}`}
      annuler="Laisser partir"
      onConfirmer={() =>
        run(retirer(retrait), ({ retires, dejaPris }) =>
          dejaPris === 0
            ? `${pluralize(retires, 'message annulé', 'messages annulés')} : rien ne partira.`
            : `${pluralize(retires, 'message annulé', 'messages annulés')} ; ${pluralize(dejaPris, 'était déjà parti', 'étaient déjà partis')}.`
        )
      }
      onFermer={onFermer}
    >
      <Typography>
        « {modele} » ne partira pas le {formatJour(soir)} {'à '}
        {pluralize(personnes, 'personne')}.
      </Typography>
      <Typography>
        {deRegle
          ? 'L’envoi automatique reste actif pour les autres soirs. Ces personnes ne recevront plus ce message pour cette date de leur action : pour leur écrire malgré tout, passez par la fiche Action.'
          : 'Toute la campagne est annulée. Pour l’envoyer plus tard, programmez-en une nouvelle.'}
      </Typography>
    </Confirmation>
  );
}

/** Asks before, and says what will not leave, counted now (decisions B11, G13, G20). */
export function RetraitOrigine(props: Props): JSX.Element | null {
  const { modalite, typeDestinataire, modeleDocumentId, regle, campagneId } = props.origine;
  const { data } = useListPersonnesDuSoirQuery(
    {
      ...{ soir: props.soir, modalite, typeDestinataire, modeleDocumentId, regle, campagneId },
      ...{ exclus: false, page: 1, pageSize: 1 },
    },
    { refetchOnMountOrArgChange: true }
  );
  return data === undefined ? null : <Fenetre {...props} personnes={data.total} />;
}
