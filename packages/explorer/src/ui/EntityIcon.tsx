import { KindIcon } from './KindIcon.tsx';
import { schemeIcon } from './kindMark.ts';
import { useKindLook } from './kindLooks.ts';

interface EntityIconProps {
  readonly entity: {
    readonly kind: string;
    readonly isGeneric?: boolean;
    readonly isProtected?: boolean;
    readonly scheme?: readonly { readonly value: string }[];
  };
  readonly size?: number;
}

/** Mark of one entity: its kind, grey when generic, hollow when protected. */
export function EntityIcon({ entity, size = 24 }: EntityIconProps) {
  const { family, icon } = useKindLook(entity.kind);
  return (
    <KindIcon
      family={family}
      icon={schemeIcon(entity.scheme?.[0]?.value) ?? icon}
      size={size}
      isGeneric={entity.isGeneric ?? false}
      isProtected={entity.isProtected ?? false}
    />
  );
}
