import { Checkbox, Flex, Typography } from '@strapi/design-system';
import { useId, type JSX } from 'react';

interface Props {
  label: string;
  explication: string;
  coche: boolean;
  onChange: (coche: boolean) => void;
}

export function CaseACocher({ label, explication, coche, onChange }: Props): JSX.Element {
  const id = useId();
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Checkbox
        checked={coche}
        aria-describedby={id}
        onCheckedChange={(valeur: boolean | 'indeterminate') => {
          onChange(valeur === true);
        }}
      >
        {label}
      </Checkbox>
      <Typography id={id} variant="pi" textColor="neutral600" paddingLeft={7}>
        {explication}
      </Typography>
    </Flex>
  );
}
