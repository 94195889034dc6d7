#include "app/window/settings/grouping_choice.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace kinglet::window {
namespace {

using Kind = data::GroupBy::Kind;

}  // namespace

GroupingChoice::GroupingChoice(QWidget* parent)
    : QWidget(parent), kind_(new QComboBox), name_(new QLineEdit) {
  const auto add = [&](const QString& text, Kind kind) { kind_->addItem(text, static_cast<int>(kind)); };
  add(tr("As the sounds or their names say"), Kind::automatic);
  add(tr("Each file by itself"), Kind::none);
  add(tr("By the folder of a file"), Kind::folder);
  add(tr("By the file name up to the first _ or -"), Kind::prefix);
  add(tr("By a column of the table"), Kind::column);
  add(tr("By a pattern in the file name"), Kind::pattern);
  kind_->setToolTip(
      tr("Clips of one recording, speaker, site or device that are told apart here come into one fold, so "
         "that no "
         "candidate is judged by what it learnt from."));
  kind_->setAccessibleName(tr("Recordings"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(4);
  layout->addWidget(kind_);
  layout->addWidget(name_);
  showName();
  connect(kind_, &QComboBox::currentIndexChanged, this, [this] {
    showName();
    Q_EMIT changed();
  });
  connect(name_, &QLineEdit::textChanged, this, &GroupingChoice::changed);
}

void GroupingChoice::showName() {
  const auto kind = static_cast<Kind>(kind_->currentData().toInt());
  name_->setVisible(kind == Kind::column || kind == Kind::pattern);
  name_->setPlaceholderText(kind == Kind::column ? tr("Its name; empty: the column of recordings")
                                                 : tr("A regular expression, e.g. ^([^_]+)_"));
  name_->setAccessibleName(kind == Kind::column ? tr("Name of the column") : tr("Regular expression"));
}

void GroupingChoice::setGroupBy(const data::GroupBy& by) {
  kind_->setCurrentIndex(kind_->findData(static_cast<int>(by.kind)));
  name_->setText(QString::fromStdString(by.name));
}

data::GroupBy GroupingChoice::groupBy() const {
  const auto kind = static_cast<Kind>(kind_->currentData().toInt());
  const std::string name = name_->text().trimmed().toStdString();
  if (kind == Kind::pattern) return data::GroupBy::parse(name);
  if (kind == Kind::column) return data::GroupBy{kind, name};
  return data::GroupBy{kind, {}};
}

}  // namespace kinglet::window
