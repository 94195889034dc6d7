// Names and figures, two columns, not to be changed.
#pragma once

#include <QWidget>
#include <utility>
#include <vector>

class QGridLayout;

namespace kinglet::window {

struct Fact {
  QString name, figure, tip;
};

class FactsView : public QWidget {
  Q_OBJECT
 public:
  explicit FactsView(QWidget* parent = nullptr);
  void setFacts(const std::vector<Fact>& facts);

 private:
  QGridLayout* grid_;
};

}  // namespace kinglet::window
