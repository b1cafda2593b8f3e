/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { encode } from 'uqr';

const QUIET_ZONE = 2;

/** The QR code of `content` as inline SVG with a name. */
export const QrCode = ({ content, label }: { readonly content: string; readonly label: string }) => {
  const { data, size } = encode(content, { border: QUIET_ZONE, ecc: 'M' });
  const squares = data.flatMap((row, y) =>
    row.map((dark, x) => (dark ? `M${String(x)} ${String(y)}h1v1h-1z` : '')),
  );
  return (
    <svg
      class="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${String(size)} ${String(size)}`}
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} class="qr-light" />
      <path d={squares.join('')} class="qr-dark" />
    </svg>
  );
};
