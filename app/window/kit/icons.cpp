#include "app/window/kit/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace kinglet::window {
namespace {

QByteArray drawing(const QString& name) {
  QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QPixmap render(const QString& name, const QSize& size, const QColor& colour) {
  const QString key = QStringLiteral("kinglet-icon:%1:%2x%3:%4")
                          .arg(name)
                          .arg(size.width())
                          .arg(size.height())
                          .arg(colour.rgba(), 0, 16);
  QPixmap pixmap;
  if (QPixmapCache::find(key, &pixmap)) return pixmap;
  QByteArray svg = drawing(name);
  svg.replace("currentColor", colour.name().toLatin1());
  QSvgRenderer renderer(svg);
  pixmap = QPixmap(size);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setOpacity(colour.alphaF());
  const int side = std::min(size.width(), size.height());
  renderer.render(&painter, QRectF((size.width() - side) / 2.0, (size.height() - side) / 2.0, side, side));
  painter.end();
  QPixmapCache::insert(key, pixmap);
  return pixmap;
}

// Asks the palette each time it is drawn, so that a change of theme needs no new icons.
class PaletteIcon : public QIconEngine {
 public:
  explicit PaletteIcon(QString name) : name_(std::move(name)) {}

  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override {
    return render(name_, size, colour(mode));
  }
  QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal) override {
    return pixmap(size, mode, state);
  }
  void paint(QPainter* painter, const QRect& box, QIcon::Mode mode, QIcon::State state) override {
    const qreal ratio = painter->device()->devicePixelRatioF();
    QPixmap image = pixmap(box.size() * ratio, mode, state);
    image.setDevicePixelRatio(ratio);
    painter->drawPixmap(box.topLeft(), image);
  }
  QIconEngine* clone() const override { return new PaletteIcon(name_); }
  bool isNull() override { return !QFile::exists(QStringLiteral(":/icons/%1.svg").arg(name_)); }

 private:
  static QColor colour(QIcon::Mode mode) {
    const QPalette palette = QGuiApplication::palette();
    if (mode == QIcon::Disabled) return palette.color(QPalette::Disabled, QPalette::ButtonText);
    if (mode == QIcon::Selected) return palette.color(QPalette::Active, QPalette::HighlightedText);
    return palette.color(QPalette::Active, QPalette::ButtonText);
  }
  QString name_;
};

}  // namespace

QIcon icon(const QString& name) {
  return QIcon(new PaletteIcon(name));
}

QIcon applicationIcon() {
  return QIcon(QStringLiteral(":/kinglet.svg"));
}

QPixmap iconPixmap(const QString& name, int size, const QColor& colour, double devicePixelRatio) {
  QPixmap pixmap = render(name, QSize(size, size) * devicePixelRatio, colour);
  pixmap.setDevicePixelRatio(devicePixelRatio);
  return pixmap;
}

}  // namespace kinglet::window
