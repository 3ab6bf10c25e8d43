import { Badge } from '@strapi/design-system';
import { BackButton } from '@strapi/strapi/admin';
import { useEffect, useState, type JSX, type ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import type { LigneCobaye, ModeleOuvert } from '../../../../../core/api/modeles';
import type { TypeContact } from '../../../../../core/vocabulaire';
import { Apercu } from '../../../apercu/Apercu';
import { Exemplaire } from '../../../apercu/Exemplaire';
import { Repartition } from '../../../apercu/Repartition';
import { showPremiereErreur } from '../../../components/show-erreur';
import { PageModule } from '../../../components/PageModule';
import { useDroits } from '../../../droits';
import { hasErreur, listErreurs, SANS_ERREUR, toModele, type Brouillon } from './brouillon';
import { ChampsModele } from './ChampsModele';
import { Disposition } from './Disposition';
import { Enregistrer } from './Enregistrer';
import { GardeSortie } from '../../../components/GardeSortie';
import { Message } from './Message';
import { Modalites } from './Modalites';
import type { Garde } from '../../../../../core/garde-brouillon';
import { Reprise } from './Reprise';
import { Usage } from './Usage';
import { useCleGarde, useGarde, useTrouvee } from './useGarde';
import { useValidation } from './useValidation';

interface Props {
  depart: Brouillon;
  /** Null: a new modele. */
  ouvert: ModeleOuvert | null;
  /** On whom the message is shown. */
  cobaye: LigneCobaye | null;
  onCobaye: (ligne: LigneCobaye | null) => void;
}

interface PropsSaisie extends Props {
  documentId: string | null;
  lectureSeule: boolean;
  /** Where what is typed is kept until it is saved. */
  cle: string;
  /** What the form opens on: `depart`, or what takes its place, still to be saved. */
  ouverture: Brouillon;
  avis: ReactNode;
}

const NOUVEAUX: Readonly<Record<TypeContact, string>> = {
  email: 'Nouveau modèle de mailing',
  newsletter: 'Nouveau modèle de newsletter',
  sms: 'Nouveau modèle de SMS',
};

const SANS_DEPOT = { piecesDeposees: [], imagesDeposees: [] };

/** The form, opened on what is saved; on what an earlier visit left unsaved, when that is taken up again. */
export function Formulaire(props: Props): JSX.Element {
  const { depart, ouvert } = props;
  const droits = useDroits('modeles.creer-modele');
  const lectureSeule = !droits['modeles.creer-modele'];
  const documentId = ouvert?.documentId ?? null;
  const cle = useCleGarde(depart, documentId);
  const { trouvee, drop } = useTrouvee(cle, depart);
  const [repris, setRepris] = useState<Brouillon | null>(null);
  const resume = ({ brouillon }: Garde): void => {
    setRepris({ ...brouillon, piecesJointes: depart.piecesJointes });
    drop();
  };
  return (
    <Saisie
      key={repris === null ? 'lu' : 'repris'}
      {...props}
      documentId={documentId}
      lectureSeule={lectureSeule}
      cle={cle}
      ouverture={repris ?? depart}
      avis={
        trouvee === null || lectureSeule ? null : (
          <Reprise
            trouvee={trouvee}
            onReprendre={() => {
              resume(trouvee);
            }}
            onOublier={drop}
          />
        )
      }
    />
  );
}

/** Guide §5: the form and what it would send, side by side. */
function Saisie(props: PropsSaisie): JSX.Element {
  const { depart, ouvert, documentId, lectureSeule, cle, ouverture, avis } = props;
  const [brouillon, setBrouillon] = useState(ouverture);
  const [montrees, setMontrees] = useState(false);
  const [enregistre, setEnregistre] = useState<string | null>(null);
  const navigate = useNavigate();
  const { validation, reglagesSms } = useValidation(brouillon, lectureSeule);
  const erreurs = listErreurs(brouillon, validation);
  const visibles = montrees ? erreurs : SANS_ERREUR;
  const modifie = enregistre === null && JSON.stringify(brouillon) !== JSON.stringify(depart);
  useGarde(cle, brouillon, { modifie, enregistre: enregistre !== null });
  const modele = toModele(brouillon);
  const depots = ouvert ?? SANS_DEPOT;

  // A new modele has now an address of its own; once nothing holds the page back.
  useEffect(() => {
    if (enregistre !== null && ouvert === null) {
      navigate(`../${enregistre}`, { relative: 'path', replace: true });
    }
  }, [enregistre, ouvert, navigate]);

  function change(changement: Partial<Brouillon>): void {
    setBrouillon((avant) => ({ ...avant, ...changement }));
  }

  const champs = { brouillon, lectureSeule, onChange: change };

  return (
    <PageModule
      titre={ouvert?.nom ?? NOUVEAUX[depart.typeContact]}
      permission={ouvert === null ? 'modeles.creer-modele' : 'modeles.consulter-modeles'}
      retour={<BackButton fallback=".." />}
      action={
        lectureSeule ? (
          <Badge>Lecture seule</Badge>
        ) : (
          <Enregistrer
            brouillon={brouillon}
            ouvert={ouvert}
            validation={validation}
            valable={!hasErreur(erreurs)}
            modifie={modifie}
            onRefuse={() => {
              setMontrees(true);
              requestAnimationFrame(showPremiereErreur);
            }}
            onEnregistre={setEnregistre}
          />
        )
      }
    >
      <Disposition
        formulaire={
          <>
            {avis}
            {ouvert === null ? null : <Usage usage={ouvert.usage} />}
            <ChampsModele {...champs} documentId={documentId} erreurs={visibles} />
            <Message
              {...champs}
              depart={ouverture}
              pieces={depots.piecesDeposees}
              imagesDeposees={depots.imagesDeposees}
              validation={validation}
              reglagesSms={reglagesSms}
              erreurs={visibles}
            />
            <Modalites {...champs} validation={validation} erreur={visibles.modalites} />
          </>
        }
        apercu={
          <Apercu
            modele={modele}
            enregistre={lectureSeule ? documentId : null}
            choisi={props.cobaye}
            onChoisir={props.onCobaye}
            action={(cobaye) =>
              lectureSeule ? null : <Exemplaire modele={modele} cobaye={cobaye} />
            }
            cout={(typeDestinataire) =>
              lectureSeule ? null : (
                <Repartition modele={modele} typeDestinataire={typeDestinataire} />
              )
            }
          />
        }
      />
      <GardeSortie modifie={modifie} perte="Les modifications de ce modèle seront perdues." />
    </PageModule>
  );
}
