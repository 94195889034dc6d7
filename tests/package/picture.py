"""The frame buffer of Xvfb (a file of xwd) as PNG: picture.py FRAME OUT.png; ends with 1 while the screen is empty."""
import struct
import sys
import zlib


def main():
    with open(sys.argv[1], "rb") as file:
        data = file.read()
    header = struct.unpack(">25I", data[:100])
    size, height, width, bits, line, colours = header[0], header[5], header[4], header[11], header[12], header[19]
    if bits != 32:
        sys.exit(f"picture.py: {bits} bits a pixel are not read")
    start = size + colours * 12
    little = header[7] == 0
    rows = []
    seen = set()
    for y in range(height):
        row = data[start + y * line : start + y * line + width * 4]
        red, green, blue = (row[2::4], row[1::4], row[0::4]) if little else (row[1::4], row[2::4], row[3::4])
        pixels = bytearray(width * 3)
        pixels[0::3], pixels[1::3], pixels[2::3] = red, green, blue
        seen.update(zip(red[::16], green[::16], blue[::16]))
        rows.append(b"\0" + bytes(pixels))

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    with open(sys.argv[2], "wb") as out:
        out.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)))
        out.write(chunk(b"IDAT", zlib.compress(b"".join(rows), 6)) + chunk(b"IEND", b""))
    sys.exit(0 if len(seen) > 8 else 1)  # an empty screen has a colour or two


main()
