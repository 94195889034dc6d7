// What can be saved as a picture: asked by whoever writes one (picture_sheet.h), whatever view it is.
#pragma once

#include <QSize>
#include <QString>

class QCPPainter;
class QWidget;

namespace kinglet::widgets {

class Pictured {
 public:
  virtual ~Pictured() = default;
  // What it shows, in a few words: "Pareto plot", "Candidate 12". Its axes say their units themselves.
  virtual QString pictureTitle() const = 0;
  // In pixels of 1/96 inch: as it stands on the screen, or all of it where it scrolls.
  virtual QSize pictureSize() const = 0;
  // Whether paintPicture() fills other sizes too.
  virtual bool takesAnySize() const = 0;
  // Into 0, 0, size, its background too, in the colours of its palette; `size` is pictureSize() where it takes
  // no other.
  virtual void paintPicture(QCPPainter& painter, const QSize& size) = 0;
};

// A view that is painted as it stands on the screen: what most widgets of Qt can do.
class PicturedWidget : public Pictured {
 public:
  explicit PicturedWidget(QWidget& self) : self_(self) {}
  QString pictureTitle() const override;  // its accessible name
  QSize pictureSize() const override;
  bool takesAnySize() const override { return false; }
  void paintPicture(QCPPainter& painter, const QSize& size) override;

 private:
  QWidget& self_;
};

}  // namespace kinglet::widgets
