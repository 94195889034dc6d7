// How well each way of predicting does on measurements it had not seen.
#pragma once

#include <QTableWidget>
#include <map>
#include <string>

#include "energy/accuracy.h"

namespace kinglet::widgets {

// A row a method. Columns: MAPE, RMSPE, share within 10 % and 20 %, Spearman's rho, coverage of the 90 %
// intervals, n.
class EnergyErrorTable : public QTableWidget {
  Q_OBJECT
 public:
  explicit EnergyErrorTable(QWidget* parent = nullptr);
  // As Predictor::crossValidation() gives it; the one in use is marked by text.
  void setAccuracies(const std::map<std::string, energy::Accuracy>& byMethod, const std::string& used);
  QSize sizeHint() const override;
};

// "random forest", "Gaussian process"; the id where it is none of ours.
QString methodName(const std::string& method);

}  // namespace kinglet::widgets
