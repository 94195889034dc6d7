#include "app/window/export/export_choice.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

#include "app/window/kit/section.h"
#include "deploy/verify/qemu.h"

namespace kinglet::window {
namespace {

struct FormatWords {
  const char *id, *name, *description, *ending;
  bool int8;
};

// In the order of the dialog; names are the field's and not translated.
constexpr FormatWords kFormats[] = {
    {"c", "C99",
     QT_TRANSLATE_NOOP("kinglet::window::ExportChoice",
                       "For microcontrollers: a folder of sources without dependencies, front end included."),
     "", true},
    {"tflite", "TensorFlow Lite",
     QT_TRANSLATE_NOOP("kinglet::window::ExportChoice",
                       "For LiteRT, TensorFlow Lite Micro and vendors' tools."),
     "tflite", true},
    {"onnx", "ONNX",
     QT_TRANSLATE_NOOP("kinglet::window::ExportChoice", "For ONNX Runtime and converters, opset 13."), "onnx",
     true},
    {"torchscript", "TorchScript",
     QT_TRANSLATE_NOOP("kinglet::window::ExportChoice", "For LibTorch and Python, float only."), "pt", false},
    {"json", "JSON",
     QT_TRANSLATE_NOOP("kinglet::window::ExportChoice", "The architecture alone, without weights."), "json",
     false}};

struct FormWords {
  deploy::Form form;
  const char* name;
};

constexpr FormWords kForms[] = {
    {deploy::Form::plain, QT_TRANSLATE_NOOP("kinglet::window::ExportChoice", "plain sources")},
    {deploy::Form::arduino, QT_TRANSLATE_NOOP("kinglet::window::ExportChoice", "Arduino library")},
    {deploy::Form::platformio, QT_TRANSLATE_NOOP("kinglet::window::ExportChoice", "PlatformIO library")},
    {deploy::Form::zephyr, QT_TRANSLATE_NOOP("kinglet::window::ExportChoice", "Zephyr module")},
    {deploy::Form::cmake, QT_TRANSLATE_NOOP("kinglet::window::ExportChoice", "CMake project")}};

constexpr int kFloatId = 0, kInt8Id = 1;

const FormatWords& wordsOf(const QButtonGroup* group) {
  return kFormats[std::max(0, group->checkedId())];
}

}  // namespace

ExportChoice::ExportChoice(bool trained, bool sounds, QWidget* parent)
    : QWidget(parent),
      trained_(trained),
      sounds_(sounds),
      formats_(new QButtonGroup(this)),
      types_(new QButtonGroup(this)),
      ends_(new QComboBox),
      board_(new QComboBox),
      form_(new QComboBox),
      prefix_(new QLineEdit(QString::fromLatin1(deploy::kDefaultPrefix))),
      typeWords_(faintLabel({})),
      endsName_(new QLabel(tr("Input and output"))),
      boardName_(new QLabel(tr("Also run on"))),
      formName_(new QLabel(tr("C sources as"))),
      prefixName_(new QLabel(tr("Prefix of names"))),
      problem_(faintLabel({})) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(4);
  layout->addWidget(headingLabel(tr("Format"), 1.0));
  int index = 0;
  for (const auto& format : kFormats) {
    auto* button = new QRadioButton(QString::fromLatin1(format.name));
    auto* words = faintLabel(tr(format.description));
    words->setIndent(24);
    words->setWordWrap(true);
    const bool possible = trained || format.id == std::string("json");
    button->setEnabled(possible);
    button->setAccessibleDescription(words->text());
    if (!possible)
      button->setToolTip(tr("Needs weights; only candidates that trained to the end keep theirs."));
    formats_->addButton(button, index++);
    layout->addWidget(button);
    layout->addWidget(words);
    if (possible && !formats_->checkedButton()) button->setChecked(true);
  }
  layout->addSpacing(8);
  layout->addWidget(headingLabel(tr("Numbers"), 1.0));
  auto* types = new QHBoxLayout;
  auto* real = new QRadioButton(tr("float, 32 bits"));
  auto* int8 = new QRadioButton(tr("int8, quantised"));
  types_->addButton(real, kFloatId);
  types_->addButton(int8, kInt8Id);
  types->addWidget(real);
  types->addSpacing(12);
  types->addWidget(int8);
  types->addStretch(1);
  layout->addLayout(types);
  typeWords_->setWordWrap(true);
  typeWords_->setIndent(24);
  layout->addWidget(typeWords_);
  (sounds && trained ? int8 : real)->setChecked(true);

  auto* form = new QFormLayout;
  form->setHorizontalSpacing(12);
  ends_->addItem(tr("int8, as microcontrollers want it"), static_cast<int>(deploy::Ends::int8));
  ends_->addItem(tr("float, converted inside"), static_cast<int>(deploy::Ends::real));
  board_->addItem(tr("nothing else"), QString());
  for (const auto& board : deploy::qemuBoards()) {
    QString name = QString::fromStdString(board);
    name.replace(QLatin1String("cortex-m"), QLatin1String("Cortex-M"));
    name.replace(QLatin1String("plus"), QLatin1String("+"));
    board_->addItem(tr("%1, emulated").arg(name), QString::fromStdString(board));
  }
  board_->setToolTip(
      tr("Runs the C export in QEMU: the answers must be the same bits, and the instructions of every layer "
         "are counted. A count is a measure of cost; it is not joules."));
  for (const auto& one : kForms) form_->addItem(tr(one.name), static_cast<int>(one.form));
  form_->setToolTip(tr("A library is a folder that the tool chain takes as it is."));
  prefix_->setToolTip(
      tr("What functions, macros and files begin with. Give each network its own where several live in one "
         "program; they then share their operators, and an equal front end."));
  problem_->setWordWrap(true);
  problem_->hide();
  for (auto* box : {ends_, board_, form_}) {
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(14);
  }
  endsName_->setBuddy(ends_);
  boardName_->setBuddy(board_);
  formName_->setBuddy(form_);
  prefixName_->setBuddy(prefix_);
  form->addRow(formName_, form_);
  form->addRow(prefixName_, prefix_);
  form->addRow(problem_);
  form->addRow(endsName_, ends_);
  form->addRow(boardName_, board_);
  layout->addSpacing(8);
  layout->addLayout(form);
  layout->addStretch(1);

  const auto told = [this] {
    refresh();
    Q_EMIT changed();
  };
  connect(formats_, &QButtonGroup::idToggled, this, [told](int, bool on) {
    if (on) told();
  });
  connect(types_, &QButtonGroup::idToggled, this, [told](int, bool on) {
    if (on) told();
  });
  connect(ends_, &QComboBox::currentIndexChanged, this, told);
  connect(board_, &QComboBox::currentIndexChanged, this, told);
  connect(form_, &QComboBox::currentIndexChanged, this, told);
  connect(prefix_, &QLineEdit::textChanged, this, told);
  refresh();
}

void ExportChoice::refresh() {
  const auto& format = wordsOf(formats_);
  const bool network = format.id != std::string("json");
  auto* int8 = types_->button(kInt8Id);
  int8->setEnabled(format.int8 && sounds_ && trained_);
  types_->button(kFloatId)->setEnabled(network);
  const bool quantised = int8->isEnabled() && int8->isChecked();
  typeWords_->setText(!network       ? tr("No numbers: layers and shapes only.")
                      : !format.int8 ? tr("TorchScript is written in float.")
                      : !sounds_     ? tr("int8 needs the study's sounds to calibrate on.")
                      : quantised    ? tr("A quarter of the memory; calibrated on training clips.")
                                     : tr("The same answers as in training."));
  const bool tflite = format.id == std::string("tflite"), c = format.id == std::string("c");
  ends_->setEnabled(tflite && quantised);
  endsName_->setEnabled(ends_->isEnabled());
  board_->setEnabled(c && quantised);
  boardName_->setEnabled(board_->isEnabled());
  for (QWidget* widget : std::initializer_list<QWidget*>{form_, formName_, prefix_, prefixName_})
    widget->setEnabled(c);
}

std::optional<deploy::ExportPlan> ExportChoice::plan() const {
  const auto& format = wordsOf(formats_);
  if (format.id == std::string("json")) return {};
  deploy::ExportPlan plan;
  plan.format = deploy::formatFrom(format.id);
  plan.int8 = types_->button(kInt8Id)->isEnabled() && types_->button(kInt8Id)->isChecked();
  if (ends_->isEnabled()) plan.ends = static_cast<deploy::Ends>(ends_->currentData().toInt());
  if (board_->isEnabled()) plan.board = board_->currentData().toString().toStdString();
  if (plan.format == deploy::Format::c) {
    plan.form = static_cast<deploy::Form>(form_->currentData().toInt());
    plan.prefix = prefix_->text().trimmed().toStdString();
  }
  return plan;
}

QString ExportChoice::ending() const {
  return QString::fromLatin1(wordsOf(formats_).ending);
}

QString ExportChoice::format() const {
  return QString::fromLatin1(wordsOf(formats_).id);
}

void ExportChoice::choose(const QString& id, bool int8) {
  int index = 0;
  for (const auto& format : kFormats) {
    auto* button = formats_->button(index++);
    if (id == QLatin1String(format.id) && button->isEnabled()) button->setChecked(true);
  }
  types_->button(int8 ? kInt8Id : kFloatId)->setChecked(true);
}

void ExportChoice::chooseBoard(const QString& id) {
  board_->setCurrentIndex(std::max(0, board_->findData(id)));
}

void ExportChoice::chooseForm(const QString& id) {
  form_->setCurrentIndex(std::max(0, form_->findData(static_cast<int>(deploy::formFrom(id.toStdString())))));
}

void ExportChoice::setProblem(const QString& problem) {
  problem_->setText(problem);
  problem_->setVisible(!problem.isEmpty());
}

}  // namespace kinglet::window
