// A compact card beside the pointer: a title and lines of name and figure. Never takes focus or the mouse.
#pragma once

#include <QString>
#include <QWidget>
#include <utility>
#include <vector>

namespace kinglet::widgets {

class HoverCard : public QWidget {
  Q_OBJECT
 public:
  explicit HoverCard(QWidget* parent);  // lies over its parent

  struct Content {
    QString title;
    std::vector<std::pair<QString, QString>> rows;  // name, figure
    QString note;                                   // one faint line below
    bool operator==(const Content&) const = default;
  };
  // Beside the point (in the parent's pixels), on the side where it fits.
  void showAt(const QPointF& point, const Content& content);
  const Content& content() const { return content_; }
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Content content_;
};

}  // namespace kinglet::widgets
