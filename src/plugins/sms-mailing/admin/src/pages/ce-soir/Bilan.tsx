import { Button, Flex, Typography } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import { STATUTS_BILAN, type BilanSoiree, type StatutBilan } from '../../../../core/api/soiree';
import { formatJour } from '../../../../core/horaire';
import { phraseMotif } from '../../../../core/motif';
import { LIBELLES_MODALITE } from '../../../../core/vocabulaire';
import { useRelancerSoireeMutation } from '../../api/soiree';
import { Bandeau } from '../../components/Bandeau';
import { Barre } from '../../components/Barre';
import { Carte } from '../../components/Carte';
import { Confirmation } from '../../components/Confirmation';
import { LienTexte } from '../../components/LienTexte';
import { TableHtml } from '../../components/TableHtml';
import { formatNombre, pluralize } from '../../components/texte';
import { useAction } from '../../components/useAction';
import { useDroits } from '../../droits';
import { aVraiesPersonnes, cleOrigine } from './phrases';

const TITRES: Readonly<Record<StatutBilan, string>> = {
  envoye: 'Envoyés',
  echec: 'Échecs',
  incertain: 'Incertains',
  exclu: 'Exclus',
  annule: 'Annulés',
  programme: 'En attente',
};

const HEURE = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit' });
const formatHeure = (instant: string): string => HEURE.format(new Date(instant));

/** « De 19:00 à 19:04. »; « À 19:00. » when a minute was enough. */
function phraseHeures(premierLe: string, dernierLe: string): string {
  const [debut, fin] = [formatHeure(premierLe), formatHeure(dernierLe)];
  return debut === fin ? ` À ${debut}.` : ` De ${debut} à ${fin}.`;
}

/** « 578 envoyés sur 603, 22 échecs, 3 exclus. » Who was taken out or left aside is not of the total. */
function phraseBilan({ comptes, credits, premierLe, dernierLe }: BilanSoiree): string {
  const { envoye, echec, incertain, exclu, annule, programme } = comptes;
  const total = envoye + echec + incertain + programme;
  const suite = [
    echec > 0 ? pluralize(echec, 'échec') : '',
    incertain > 0 ? pluralize(incertain, 'incertain') : '',
    exclu > 0 ? pluralize(exclu, 'exclu') : '',
    annule > 0 ? pluralize(annule, 'annulé') : '',
    credits > 0 ? pluralize(credits, 'SMS décompté', 'SMS décomptés') : '',
  ].filter((partie) => partie !== '');
  const quand = premierLe === null || dernierLe === null ? '' : phraseHeures(premierLe, dernierLe);
  return `${[`${formatNombre(envoye)} ${envoye >= 2 ? 'envoyés' : 'envoyé'} sur ${formatNombre(total)}`, ...suite].join(', ')}.${quand}`;
}

function Renvoyer({ bilan }: { bilan: BilanSoiree }): JSX.Element | null {
  const { 'campagnes.programmer-campagne': permis } = useDroits('campagnes.programmer-campagne');
  const [ouverte, setOuverte] = useState(false);
  const [relancer] = useRelancerSoireeMutation();
  const run = useAction();
  const { soir, comptes } = bilan;
  if (!permis || comptes.echec === 0) {
    return null;
  }
  return (
    <>
      <Button
        variant="secondary"
        onClick={() => {
          setOuverte(true);
        }}
      >
        Renvoyer aux échecs
      </Button>
      <Confirmation
        ouverte={ouverte}
        titre="Renvoyer aux échecs ?"
        confirmer={`Renvoyer ${pluralize(comptes.echec, 'message')}`}
        annuler="Ne rien renvoyer"
        onConfirmer={() =>
          run(relancer(soir), ({ programmes }) =>
            programmes === 0
              ? 'Rien à renvoyer : ces personnes ont reçu le message depuis, ou il est déjà reprogrammé.'
              : `${pluralize(programmes, 'message reprogrammé', 'messages reprogrammés')}.`
          )
        }
        onFermer={() => {
          setOuverte(false);
        }}
      >
        <Typography>
          Les messages refusés du {formatJour(soir)} repartiront {aVraiesPersonnes(comptes.echec)}{' '}
          au plus : le soir pour les campagnes et les fiches Entrepreneur, tout de suite pour les
          envois automatiques. Corrigez d’abord les adresses.
        </Typography>
      </Confirmation>
    </>
  );
}

function Lignes({ lignes }: Pick<BilanSoiree, 'lignes'>): JSX.Element {
  return (
    <TableHtml nom="Ce que le soir est devenu">
      <thead>
        <tr>
          <th scope="col">Modèle et origine</th>
          {STATUTS_BILAN.map((statut) => (
            <th key={statut} scope="col">
              {TITRES[statut]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lignes.map((ligne) => (
          <tr key={cleOrigine(ligne)}>
            <td>
              <Typography fontWeight="semiBold">{ligne.modele}</Typography>
              <Typography tag="p" variant="pi" textColor="neutral600">
                {LIBELLES_MODALITE[ligne.modalite]}
              </Typography>
            </td>
            {STATUTS_BILAN.map((statut) => (
              <td key={statut}>
                <Typography>
                  {ligne.comptes[statut] === 0 ? '' : formatNombre(ligne.comptes[statut])}
                </Typography>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </TableHtml>
  );
}

function Progression({ bilan }: { bilan: BilanSoiree }): JSX.Element | null {
  const { comptes, enCours } = bilan;
  const total = comptes.envoye + comptes.echec + comptes.incertain + comptes.programme;
  if (!enCours || total === 0) {
    return null;
  }
  const part = (total - comptes.programme) / total;
  return (
    <Flex direction="column" alignItems="stretch" gap={2} role="status">
      <Typography fontWeight="semiBold">
        {pluralize(comptes.programme, 'message attend encore', 'messages attendent encore')}.
      </Typography>
      <Barre
        hauteur="1.2rem"
        alerte={false}
        part={part}
        libelle={`${String(Math.round(part * 100))} % de l’envoi est parti`}
      />
    </Flex>
  );
}

/** The account of an evening: live while it leaves, and the same ever after. */
export function Bilan({ bilan, titre }: { bilan: BilanSoiree; titre: string }): JSX.Element {
  const { exclus, lignes, nonProgrammees } = bilan;
  return (
    <Carte titre={titre}>
      <Progression bilan={bilan} />
      <Flex justifyContent="space-between" gap={4} wrap="wrap">
        <Typography fontWeight="semiBold">{phraseBilan(bilan)}</Typography>
        <Renvoyer bilan={bilan} />
      </Flex>
      {nonProgrammees.length === 0 ? null : (
        <Bandeau danger>
          Des envois automatiques n’ont pas pu être programmés : {nonProgrammees.join(', ')}.{' '}
          <LienTexte to="/contacts-emails-sms/envois-automatiques">
            Vérifier leurs critères
          </LienTexte>
        </Bandeau>
      )}
      {lignes.length === 0 ? (
        <Typography textColor="neutral600">Rien n’était programmé ce soir-là.</Typography>
      ) : (
        <Lignes lignes={lignes} />
      )}
      {exclus.length === 0 ? null : (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={1} aria-label="Exclus">
          {exclus.map(({ motif, nombre }) => (
            <Typography key={motif} tag="li" variant="pi">
              {pluralize(nombre, 'exclu')} : {phraseMotif(motif)}
            </Typography>
          ))}
        </Flex>
      )}
    </Carte>
  );
}
