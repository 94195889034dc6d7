#include "app/window/kit/facts_view.h"

#include <QGridLayout>
#include <QLabel>

#include "app/window/kit/section.h"

namespace kinglet::window {

FactsView::FactsView(QWidget* parent) : QWidget(parent), grid_(new QGridLayout(this)) {
  grid_->setContentsMargins(12, 0, 12, 0);
  grid_->setHorizontalSpacing(12);
  grid_->setVerticalSpacing(4);
  grid_->setColumnStretch(1, 1);
}

void FactsView::setFacts(const std::vector<Fact>& facts) {
  while (auto* item = grid_->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  int row = 0;
  for (const auto& fact : facts) {
    auto* name = faintLabel(fact.name);
    auto* figure = new QLabel(fact.figure);
    figure->setAlignment(Qt::AlignRight | Qt::AlignTop);
    figure->setWordWrap(true);
    figure->setTextFormat(Qt::PlainText);
    figure->setTextInteractionFlags(Qt::TextSelectableByMouse);
    name->setToolTip(fact.tip);
    figure->setToolTip(fact.tip);
    name->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    grid_->addWidget(name, row, 0);
    grid_->addWidget(figure, row++, 1);
  }
}

}  // namespace kinglet::window
