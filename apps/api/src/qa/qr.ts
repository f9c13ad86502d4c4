import { create } from 'qrcode';

/** A QR code as one SVG path in units of a module. */
export function qrPath(text: string): { size: number; path: string } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  let path = '';
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; ) {
      let width = 0;
      while (x + width < size && modules.get(y, x + width)) width += 1;
      if (width > 0) path += `M${x} ${y}h${width}v1h-${width}z`;
      x += width || 1;
    }
  return { size, path };
}
