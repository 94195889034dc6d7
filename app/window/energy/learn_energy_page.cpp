#include "app/window/energy/learn_energy_page.h"

#include <QComboBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "app/window/kit/file_choice.h"
#include "app/window/kit/notice.h"
#include "app/window/kit/section.h"
#include "base/csv.h"
#include "widgets/energy/energy_error_table.h"
#include "widgets/text/message_text.h"
#include "widgets/text/units.h"

namespace kinglet::window {
namespace {

constexpr int kField = 360;

QWidget* pathRow(QLineEdit* field, QPushButton* button) {
  auto* row = new QWidget;
  auto* line = new QHBoxLayout(row);
  line->setContentsMargins(0, 0, 0, 0);
  line->addWidget(field, 1);
  line->addWidget(button);
  row->setMaximumWidth(2 * kField);
  return row;
}

}  // namespace

LearnEnergyPage::LearnEnergyPage(QWidget* parent)
    : QWidget(parent),
      notices_(new NoticeArea),
      table_(new QLineEdit),
      layers_(new QLineEdit),
      target_(new QComboBox),
      unit_(new QComboBox),
      method_(new QComboBox),
      learn_(new QPushButton(tr("Learn"))),
      save_(new QPushButton(tr("Save the model …"))),
      show_(new QPushButton(tr("How well it predicts …"))),
      busy_(new QProgressBar),
      words_(faintLabel({})) {
  auto* browse = new QPushButton(tr("Choose …"));
  auto* browseLayers = new QPushButton(tr("Choose …"));
  table_->setReadOnly(true);
  table_->setPlaceholderText(tr("A CSV of measured kernels or networks, columns named in the first row"));
  table_->setAccessibleName(tr("Table of measurements"));
  layers_->setPlaceholderText(tr("Only for rows that name networks: a CSV of their layers"));
  layers_->setAccessibleName(tr("Table of layers"));
  target_->setAccessibleName(tr("Column of the energy"));
  unit_->addItem(tr("as the column's name says"), QString());
  for (const char* unit : {"J", "mJ", "uJ", "nJ", "Wh", "mWh"})
    unit_->addItem(QString::fromLatin1(unit).replace(u'u', u'µ'), QLatin1String(unit));
  method_->addItem(tr("the better one"), QStringLiteral("auto"));
  for (const char* method : {"forest", "process"})
    method_->addItem(widgets::methodName(method), QLatin1String(method));
  method_->setToolTip(tr("The better one in cross-validation on this table, or always the same"));
  for (QComboBox* box : {target_, unit_, method_}) box->setMaximumWidth(kField);

  auto* roles = new QWidget;
  auto* grid = new QGridLayout(roles);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(12);
  const std::pair<const char*, QString> known[] = {
      {"hw", tr("Height and width")},    {"in_h", tr("Input height")},     {"in_w", tr("Input width")},
      {"in_c", tr("Input channels")},    {"out_c", tr("Output channels")}, {"kernel", tr("Kernel size")},
      {"kernel_h", tr("Kernel height")}, {"kernel_w", tr("Kernel width")}, {"stride", tr("Stride")},
      {"type", tr("Kind of layer")},     {"network", tr("Network")},       {"name", tr("Name of the row")}};
  int place = 0;
  for (const auto& [role, name] : known) {
    auto* box = new QComboBox;
    box->setAccessibleName(name);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const int row = place / 3, column = 2 * (place % 3);
    grid->addWidget(new QLabel(name), row, column);
    grid->addWidget(box, row, column + 1);
    grid->setColumnStretch(column + 1, 1);
    roles_.emplace_back(QString::fromLatin1(role), box);
    ++place;
  }
  busy_->setRange(0, 0);
  busy_->setTextVisible(false);
  busy_->setMaximumWidth(kField);
  learn_->setProperty("primary", true);
  words_->setWordWrap(true);
  words_->setTextInteractionFlags(Qt::TextSelectableByMouse);

  auto* form = new QFormLayout;
  form->setHorizontalSpacing(16);
  form->setVerticalSpacing(8);
  form->addRow(tr("Measurements"), pathRow(table_, browse));
  form->addRow(tr("Energy"), target_);
  form->addRow(tr("Unit"), unit_);
  form->addRow(tr("Columns"), roles);
  form->addRow(tr("Layers"), pathRow(layers_, browseLayers));
  form->addRow(tr("Method"), method_);
  auto* line = new QHBoxLayout;
  for (QPushButton* button : {learn_, show_, save_}) line->addWidget(button);
  line->addWidget(busy_);
  line->addStretch(1);
  auto* content = new QWidget;
  auto* layout = new QVBoxLayout(content);
  layout->setContentsMargins(12, 12, 12, 12);
  layout->setSpacing(12);
  layout->addLayout(form);
  layout->addLayout(line);
  layout->addWidget(notices_);
  layout->addWidget(words_);
  layout->addStretch(1);
  auto* scroll = new QScrollArea;
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setWidget(content);
  scroll->viewport()->setAutoFillBackground(false);
  content->setAutoFillBackground(false);
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  outer->addWidget(scroll);

  const QString filter = tr("Tables (*.csv)");
  connect(browse, &QPushButton::clicked, this, [this, filter] {
    chooseFileToOpen(this, {tr("Table of measurements"), QStringLiteral("models"), filter, {}, {}},
                     [this](const QString& path) { openTable(path); });
  });
  connect(browseLayers, &QPushButton::clicked, this, [this, filter] {
    chooseFileToOpen(this, {tr("Table of layers"), QStringLiteral("models"), filter, {}, {}},
                     [this](const QString& path) { layers_->setText(path); });
  });
  connect(learn_, &QPushButton::clicked, this, [this] { busy_->isVisibleTo(this) ? cancel() : learn(); });
  connect(show_, &QPushButton::clicked, this, &LearnEnergyPage::learnedChanged);
  connect(save_, &QPushButton::clicked, this, [this] {
    chooseFileToSave(this,
                     {tr("Energy model"), QStringLiteral("models"), tr("Energy models (*.model)"),
                      QStringLiteral("model"), QFileInfo(table_->text()).completeBaseName() + ".model"},
                     [this](const QString& path) { save(path); });
  });
  showHead({});
}

QComboBox* LearnEnergyPage::roleColumn(const QString& role) const {
  for (const auto& [known, box] : roles_)
    if (known == role) return box;
  return nullptr;
}

void LearnEnergyPage::openTable(const QString& path) {
  notices_->dismissAll();
  learned_.reset();
  table_->setText(path);
  showHead({});
  jobs_.run(
      this,
      [path](std::stop_token) {
        base::CsvReader csv(path.toStdString(), base::sniffTable(path.toStdString()));
        QStringList columns;
        for (const std::string& name : csv.readHeader()) columns << QString::fromStdString(name);
        return columns;
      },
      [this](const QStringList& columns) { showHead(columns); },
      [this](const QString& problem) {
        notices_->show(QStringLiteral("table"), {NoticeKind::error, problem, {}, {}});
      });
}

void LearnEnergyPage::showHead(const QStringList& columns) {
  target_->clear();
  target_->addItems(columns);
  for (int i = 0; i < columns.size(); ++i)
    if (columns[i].contains(QLatin1String("energy"), Qt::CaseInsensitive)) {
      target_->setCurrentIndex(i);
      break;
    }
  for (const auto& [role, box] : roles_) {
    box->clear();
    box->addItem(tr("by its name"), QString());
    for (const QString& column : columns) box->addItem(column, column);
  }
  words_->setText(
      columns.isEmpty()
          ? QString()
          : tr("Columns are recognised by their usual names (HW, CIN, COUT, KERNEL_SIZE, STRIDES, in_h, "
               "type …). Where none is, every column of numbers is learned from as it is."));
  refresh();
}

energy::TableOptions LearnEnergyPage::options() const {
  energy::TableOptions options;
  options.target = target_->currentText().toStdString();
  options.unit = unit_->currentData().toString().toStdString();
  for (const auto& [role, box] : roles_)
    if (const QString column = box->currentData().toString(); !column.isEmpty())
      options.columns[role.toStdString()] = column.toStdString();
  options.layers = layers_->text().toStdString();
  return options;
}

void LearnEnergyPage::learn() {
  struct Learned {
    EnergyBasisPtr basis;
    QStringList notes;
  };
  notices_->dismissAll();
  learned_.reset();
  energy::PredictorOptions how;
  how.method = method_->currentData().toString().toStdString();
  const QString path = table_->text();
  refresh();
  learn_->setText(tr("Cancel"));
  busy_->setRange(0, 0);
  busy_->show();
  how.progress = [this, job = ++job_](const base::Message&, double share) {
    QMetaObject::invokeMethod(this, [this, job, share] {
      if (job != job_ || !busy_->isVisibleTo(this)) return;
      busy_->setRange(0, 100);
      busy_->setValue(static_cast<int>(100 * share));
    });
  };
  jobs_.run(
      this,
      [how, path, options = options()](std::stop_token stop) mutable {
        how.stop = std::move(stop);
        const auto table = energy::readMeasuredTable(path.toStdString(), options);
        Learned learned;
        for (const base::Message& note : table.notes) learned.notes << widgets::messageText(note);
        learned.basis = std::make_shared<EnergyBasis>(
            std::make_shared<const energy::Predictor>(energy::Predictor::fit(table, how)),
            QFileInfo(path).fileName());
        return learned;
      },
      [this](const Learned& learned) {
        learned_ = learned.basis;
        const auto& predictor = *learned_->predictor();
        const auto& accuracy = predictor.crossValidation().at(predictor.method());
        QStringList words{
            tr("%1 measurements; a %2 predicts them, not having seen them, %3 off on average, %4 "
               "within 10 %; the 90 % intervals hold %5.")
                .arg(accuracy.n)
                .arg(widgets::methodName(predictor.method()),
                     widgets::figure(accuracy.mape, widgets::Unit::percent),
                     widgets::figure(accuracy.within10, widgets::Unit::percent),
                     widgets::figure(accuracy.coverage, widgets::Unit::percent))};
        words += learned.notes;
        words_->setText(words.join(u'\n'));
        refresh();
      },
      [this](const QString& problem) {
        refresh();
        notices_->show(QStringLiteral("table"), {NoticeKind::error, problem, {}, {}});
      });
}

void LearnEnergyPage::save(const QString& path) {
  if (!learned_) return;
  jobs_.run(
      this,
      [basis = learned_, path](std::stop_token) {
        basis->predictor()->save(path.toStdString());
        return path;
      },
      [this](const QString& written) {
        notices_->show(
            QStringLiteral("table"),
            {NoticeKind::done,
             tr("%1 is written. A new study can search with it: choose it as the device.").arg(written),
             {},
             {}});
        Q_EMIT saved(written);
      },
      [this](const QString& problem) {
        notices_->show(QStringLiteral("table"), {NoticeKind::error, problem, {}, {}});
      });
}

void LearnEnergyPage::cancel() {
  jobs_.cancel();
  ++job_;
  refresh();
}

void LearnEnergyPage::refresh() {
  busy_->hide();
  learn_->setText(tr("Learn"));
  learn_->setEnabled(target_->count() > 0);
  for (QWidget* widget : {static_cast<QWidget*>(save_), static_cast<QWidget*>(show_)})
    widget->setEnabled(learned_ != nullptr);
}

}  // namespace kinglet::window
