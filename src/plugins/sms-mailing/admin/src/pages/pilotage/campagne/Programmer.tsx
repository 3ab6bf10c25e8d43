import { Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { useNavigate } from 'react-router-dom';
import type { LigneModeleCampagne } from '../../../../../core/api/campagnes';
import type { TypeContact } from '../../../../../core/vocabulaire';
import {
  useLazyCountDestinatairesQuery,
  useProgrammeCampagneMutation,
} from '../../../api/campagnes';
import { useAction } from '../../../components/useAction';
import type { Coches } from '../../../components/useSelection';
import { useServeur } from '../../../components/useServeur';
import { ConfirmationEnvoi, type Clic } from '../../../envoi/ConfirmationEnvoi';
import { phraseProgrammes } from '../../../envoi/phrase-depart';
import { cheminSuivi } from '../chemins';
import { toRecapEnvoi, toSelection } from './recap-campagne';
import type { EtatCampagne } from './useCampagne';

interface Props {
  modele: LigneModeleCampagne;
  typeContact: TypeContact;
  etat: EtatCampagne;
  libelle: string;
  coches: Coches<number>;
  onFermer: () => void;
}

/** Guide §7.b « Programmer l'envoi (fait de nuit) »: read, confirmed, then followed. */
export function Programmer(props: Props): JSX.Element {
  const { modele, typeContact, etat, libelle, coches, onFermer } = props;
  const selection = toSelection(coches);
  const recap = useServeur(useLazyCountDestinatairesQuery, {
    ...etat.cible,
    selection,
    memoriser: false,
  });
  const [schedule] = useProgrammeCampagneMutation();
  const run = useAction();
  const navigate = useNavigate();
  const lu = recap.perime ? undefined : recap.data;

  async function confirm(clic: Clic): Promise<unknown> {
    const personnesLues = lu?.comptes.nonFaits.joignables ?? 0;
    const demande = { ...etat.cible, ...clic, selection, libelle, confirme: true, personnesLues };
    const faite = await run(schedule(demande), ({ programmes, phraseDepart }) =>
      phraseProgrammes(programmes, phraseDepart)
    );
    if (faite === null) {
      // What was read is no longer true, or may not be: it is read again before the next click.
      recap.refetch();
    } else if (faite.campagneId !== null) {
      navigate(cheminSuivi(faite.campagneId));
    }
    return faite;
  }

  return (
    <ConfirmationEnvoi
      titre="Programmer l’envoi (fait de nuit)"
      verbe="Programmer l’envoi"
      recap={{
        ...recap,
        data:
          lu === undefined
            ? undefined
            : toRecapEnvoi(lu, { ...modele, typeContact }, etat.filtres.typeDestinataire),
      }}
      options={
        <Typography variant="pi" textColor="neutral600">
          La liste des personnes est arrêtée maintenant : qui répondra aux filtres plus tard n’y
          entre pas. Adresses et accords sont revérifiés au départ.
        </Typography>
      }
      onConfirmer={confirm}
      onFermer={onFermer}
    />
  );
}
