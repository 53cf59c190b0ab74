import sharp from 'sharp';

/**
 * A photograph as a layout team takes it: whole, upright, in sRGB with its profile, without what the camera wrote about the
 * place and the day. A PNG stays one; anything else becomes a JPEG that hides nothing.
 */
export async function takePhoto(source: string, file: string): Promise<Uint8Array> {
  const photo = sharp(source).autoOrient().withIccProfile('srgb');
  return file.endsWith('.png')
    ? photo.png().toBuffer()
    : photo.jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer();
}
