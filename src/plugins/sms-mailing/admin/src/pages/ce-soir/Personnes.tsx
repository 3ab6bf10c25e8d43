import { Button, Flex, Typography } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import type { LignePersonne, RetraitSoiree } from '../../../../core/api/soiree';
import { formatJour } from '../../../../core/horaire';
import { phraseMotif } from '../../../../core/motif';
import type { OriginePrevue } from '../../../../core/soiree';
import { useListPersonnesDuSoirQuery, useRetirerDuSoirMutation } from '../../api/soiree';
import { Fenetre } from '../../components/Fenetre';
import { LienTexte } from '../../components/LienTexte';
import { Onglets } from '../../components/Onglets';
import { Pages } from '../../components/Pages';
import { Requete } from '../../components/Requete';
import { TableHtml } from '../../components/TableHtml';
import { pluralize } from '../../components/texte';
import { useAction } from '../../components/useAction';
import { lieuDuMotif } from '../../envoi/lieu-du-motif';
import { countExclus, nomOrigine } from './phrases';

const TAILLE = 10;

interface Props {
  origine: OriginePrevue;
  soir: string;
  peutRetirer: boolean;
  onFermer: () => void;
}

/** One person's message: a line of the queue, or an occurrence that the evening would write. */
function retraitDe(
  { envoi, fiche, action }: LignePersonne,
  { regle }: OriginePrevue,
  soir: string
): RetraitSoiree | null {
  if (envoi !== null) {
    return { genre: 'envois', envois: [envoi] };
  }
  return regle === null || fiche === null || action === null
    ? null
    : {
        ...{ genre: 'personne', soir, regle },
        ...{ entrepreneurDocumentId: fiche, actionDocumentId: action.documentId },
      };
}

function Raison({ ligne, origine }: { ligne: LignePersonne; origine: OriginePrevue }): JSX.Element {
  const { motif, fiche, action } = ligne;
  const { typeDestinataire, modeleDocumentId: documentId, typeContact } = origine;
  const lieu =
    motif === null
      ? null
      : lieuDuMotif(motif, {
          ...{ typeDestinataire, personne: fiche, modele: { documentId, typeContact } },
          action: action?.documentId ?? null,
        });
  return (
    <>
      <Typography>{motif === null ? (ligne.adresse ?? '') : phraseMotif(motif)}</Typography>
      {lieu === null ? null : (
        <Typography tag="p" variant="pi">
          <LienTexte to={lieu.chemin} target="_blank" rel="noopener">
            {lieu.libelle}
          </LienTexte>
        </Typography>
      )}
    </>
  );
}

function Ligne({ ligne, ...props }: Omit<Props, 'onFermer'> & { ligne: LignePersonne }) {
  const { origine, soir, peutRetirer } = props;
  const [retirer] = useRetirerDuSoirMutation();
  const [demande, setDemande] = useState(false);
  const run = useAction();
  const retrait = peutRetirer && ligne.motif === null ? retraitDe(ligne, origine, soir) : null;
  return (
    <tr>
      <td>
        <Typography fontWeight="semiBold">{ligne.nom}</Typography>
        {ligne.action === null ? null : (
          <Typography tag="p" variant="pi" textColor="neutral600">
            {ligne.action.objet}, {formatJour(ligne.action.date)}
          </Typography>
        )}
      </td>
      <td>
        <Raison ligne={ligne} origine={origine} />
      </td>
      <td>
        {retrait === null ? null : demande ? (
          <Flex gap={2} justifyContent="flex-end">
            <Button
              size="S"
              variant="danger"
              onClick={() =>
                void run(retirer(retrait), ({ retires }) =>
                  retires === 0
                    ? 'Ce message est déjà parti, ou ne devait plus partir.'
                    : `« ${origine.modele} » ne partira pas à ${ligne.nom}.`
                )
              }
            >
              Annuler son message
            </Button>
            <Button
              size="S"
              variant="tertiary"
              onClick={() => {
                setDemande(false);
              }}
            >
              Laisser partir
            </Button>
          </Flex>
        ) : (
          <Button
            size="S"
            variant="danger-light"
            aria-label={`Annuler le message de ${ligne.nom}`}
            onClick={() => {
              setDemande(true);
            }}
          >
            Annuler…
          </Button>
        )}
      </td>
    </tr>
  );
}

/** Who is behind a line: read now, by pages; each reason leads to the place that mends it. */
export function Personnes(props: Props): JSX.Element {
  const { origine, soir, onFermer } = props;
  const [onglet, setOnglet] = useState<'recevront' | 'exclus'>(
    origine.personnes > 0 ? 'recevront' : 'exclus'
  );
  const [page, setPage] = useState(1);
  const { modalite, typeDestinataire, modeleDocumentId, regle, campagneId } = origine;
  const { currentData, error, refetch } = useListPersonnesDuSoirQuery({
    ...{ soir, modalite, typeDestinataire, modeleDocumentId, regle, campagneId, page },
    ...{ exclus: onglet === 'exclus', pageSize: TAILLE },
  });
  return (
    <Fenetre titre={nomOrigine(origine)} onFermer={onFermer}>
      <Onglets
        nom="Qui recevra"
        onglets={[
          { cle: 'recevront', libelle: 'Recevront', compte: origine.personnes },
          { cle: 'exclus', libelle: 'Ne recevront pas', compte: countExclus(origine) },
        ]}
        onglet={onglet}
        onOnglet={(choisi) => {
          setOnglet(choisi);
          setPage(1);
        }}
      >
        <Requete de={{ data: currentData, error, refetch }}>
          {({ total, lignes }) => (
            <Flex direction="column" alignItems="stretch" gap={3}>
              <Typography variant="pi" textColor="neutral600" role="status">
                {pluralize(total, 'personne')}
              </Typography>
              {lignes.length === 0 ? null : (
                <TableHtml nom="Personnes">
                  <thead>
                    <tr>
                      <th scope="col">Personne</th>
                      <th scope="col">{onglet === 'exclus' ? 'Pourquoi' : 'Adresse utilisée'}</th>
                      <td />
                    </tr>
                  </thead>
                  <tbody>
                    {lignes.map((ligne) => (
                      <Ligne
                        key={
                          ligne.envoi ?? `${ligne.fiche ?? ''} ${ligne.action?.documentId ?? ''}`
                        }
                        {...props}
                        ligne={ligne}
                      />
                    ))}
                  </tbody>
                </TableHtml>
              )}
              <Pages page={page} pages={Math.ceil(total / TAILLE)} onPage={setPage} />
            </Flex>
          )}
        </Requete>
      </Onglets>
    </Fenetre>
  );
}
