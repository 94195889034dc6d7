// In which form a network leaves Kinglet: the format, float or int8, what depends on them; of C sources the
// tool chain that takes them and what their names begin with.
#pragma once

#include <QWidget>
#include <optional>

#include "deploy/package/export.h"

class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;

namespace kinglet::window {

class ExportChoice : public QWidget {
  Q_OBJECT
 public:
  // trained: there are weights; without them only the architecture can be chosen. sounds: they are at hand;
  // without them there is nothing to calibrate int8 on.
  ExportChoice(bool trained, bool sounds, QWidget* parent = nullptr);

  // Without a place to write to. None: the architecture alone.
  std::optional<deploy::ExportPlan> plan() const;
  // "pt", "onnx", "tflite", "json"; empty: a folder.
  QString ending() const;
  // torchscript, onnx, tflite, c, json.
  QString format() const;
  void choose(const QString& format, bool int8);
  void chooseBoard(const QString& id);  // empty: none
  void chooseForm(const QString& id);   // plain, arduino, zephyr, platformio, cmake
  QLineEdit* prefixField() const { return prefix_; }
  // Shown below the prefix; empty: nothing is wrong.
  void setProblem(const QString& problem);

 Q_SIGNALS:
  void changed();

 private:
  void refresh();

  bool trained_, sounds_;
  QButtonGroup *formats_, *types_;
  QComboBox *ends_, *board_, *form_;
  QLineEdit* prefix_;
  QLabel *typeWords_, *endsName_, *boardName_, *formName_, *prefixName_, *problem_;
};

}  // namespace kinglet::window
