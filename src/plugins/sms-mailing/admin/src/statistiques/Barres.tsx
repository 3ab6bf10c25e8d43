import { useId, type JSX } from 'react';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useTheme } from 'styled-components';
import { formatNombre } from '../components/texte';
import { Motif, useTeintes } from './Motif';
import { valeurOf, type Point, type Serie } from './points';

const TEXTE = 12;

interface Props {
  series: readonly Serie[];
  points: readonly Point[];
  hauteur: number;
}

/** The bars alone, loaded when they are shown: the library weighs more than the page. */
export default function Barres({ series, points, hauteur }: Props): JSX.Element {
  const { colors } = useTheme();
  const teintes = useTeintes();
  const id = useId().replaceAll(':', '');
  const axe = { tick: { fill: colors.neutral600, fontSize: TEXTE }, stroke: colors.neutral200 };
  return (
    <ResponsiveContainer width="100%" height={hauteur}>
      <BarChart data={[...points]} accessibilityLayer={false} margin={{ top: 8, right: 8 }}>
        <defs>
          {series.map(({ cle }, rang) => (
            <Motif key={cle} id={`${id}-${cle}`} rang={rang} />
          ))}
        </defs>
        <CartesianGrid vertical={false} stroke={colors.neutral150} />
        <XAxis dataKey="court" {...axe} minTickGap={16} />
        <YAxis {...axe} allowDecimals={false} width="auto" tickFormatter={formatNombre} />
        <Tooltip
          cursor={{ fill: colors.neutral150 }}
          contentStyle={{ background: colors.neutral0, borderColor: colors.neutral200 }}
          labelStyle={{ color: colors.neutral800 }}
          itemStyle={{ color: colors.neutral800 }}
          labelFormatter={(court) => points.find((point) => point.court === court)?.long ?? court}
          formatter={(nombre) => formatNombre(Number(nombre))}
        />
        {series.map((serie, rang) => (
          <Bar
            key={serie.cle}
            dataKey={(point: Point) => valeurOf(point, serie)}
            name={serie.libelle}
            stackId="tout"
            fill={`url(#${id}-${serie.cle})`}
            stroke={teintes[rang]}
            maxBarSize={48}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}
