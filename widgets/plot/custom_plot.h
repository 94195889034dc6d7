// QCustomPlot, whose header spells `signals:`, `slots:` and `foreach`; Kinglet is built with QT_NO_KEYWORDS,
// because LibTorch has functions of those names. Include this instead of <qcustomplot.h>.
#pragma once

#define signals Q_SIGNALS
#define slots Q_SLOTS
#define foreach Q_FOREACH
#include <qcustomplot.h>
#undef signals
#undef slots
#undef foreach
