// Draws an icon in the sizes that desktops ask for: icon_sizes FILE.svg FOLDER CONTEXT NAME writes
// FOLDER/48x48/CONTEXT/NAME.png and its like.
#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <cstdio>

int main(int argc, char** argv) {
  if (argc != 5) return 2;
  QSvgRenderer icon(QFile::decodeName(argv[1]));
  if (!icon.isValid()) {
    std::fprintf(stderr, "icon_sizes: %s is no SVG\n", argv[1]);
    return 1;
  }
  for (const int side : {16, 22, 24, 32, 48, 64, 128, 256, 512}) {
    QImage image(side, side, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    icon.render(&painter);
    painter.end();
    const QString folder = QStringLiteral("%1/%2x%2/%3")
                               .arg(QFile::decodeName(argv[2]))
                               .arg(side)
                               .arg(QFile::decodeName(argv[3]));
    if (!QDir().mkpath(folder) ||
        !image.save(folder + QLatin1Char('/') + QFile::decodeName(argv[4]) + QStringLiteral(".png"))) {
      std::fprintf(stderr, "icon_sizes: cannot write into %s\n", qPrintable(folder));
      return 1;
    }
  }
  return 0;
}
