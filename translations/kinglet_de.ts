<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name>ExportFormats</name>
    <message>
        <source>For LibTorch and Python: one file, float.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For microcontrollers: sources without dependencies, front end included, float.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The architecture only, without weights.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::ArchitectureView</name>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output t×f×c</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MACs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total: flash %1, peak RAM %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bottleneck, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network&apos;s layers and what each costs appear here. Select a candidate on the plot or in the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RAM while it runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads, writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bottleneck: no other layer takes more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>front end: %1 mels, hop %2 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::BatteryPanel</name>
    <message>
        <source>phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>earphones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Battery a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a battery to reckon with it everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a candidate takes of a battery a day appears here. Select one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 an inference, front end included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 inferences a second, %2 asleep</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::CandidateTable</name>
    <message>
        <source>Candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: energy&lt;0.5 acc&gt;80 front -stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words, states (front, starred, running, finished, stopped, failed, baseline) and comparisons of error, accuracy, energy (mJ), latency (ms), flash, ram, memory (kB), macs, params, battery (% a day); all must hold. A leading - turns one around.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates will stand here, one a row, as they are trained. Start the search to see them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No candidate matches the filter. Clear it to see all %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain the energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the network…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all shown rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::ConfusionView</name>
    <message>
        <source>Confusion matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was taken for what appears here once a candidate with validation figures is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, taken for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true class</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::EnergyErrorTable</name>
    <message>
        <source>random forest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussian process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>device profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What predicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAPE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean absolute percentage error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSPE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root mean squared percentage error: large misses count more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within 10 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of predictions within 10 % of the measurement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within 20 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of predictions within 20 % of the measurement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank ρ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spearman&apos;s rho: whether the order is right, 1 at best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of measurements inside their 90 % interval; 90 % is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors of the prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (in use)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::EnergyExplainPanel</name>
    <message>
        <source>Why a figure is what it is appears here. Click an energy figure of a candidate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>9 times in 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers that make the figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest measured examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to measure next…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explanation of the energy figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %1 of it in the front end, which the layers below do not count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By %1. Source: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside of what was measured: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no measured examples to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest measured examples to %1 (distance under 1 is alike, over 3 far)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest measured networks (distance under 1 is alike, over 3 far)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::EnergyFigure</name>
    <message>
        <source>Energy per inference: %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the explanation of this figure</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::HypervolumePlot</name>
    <message>
        <source>Hypervolume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the front grows appears here with the first candidate that ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time searched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hypervolume of the front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidate %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::ImportanceBars</name>
    <message>
        <source>Importance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What matters most appears here once enough candidates have been trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 others</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::Layer</name>
    <message>
        <source>convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>depthwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pointwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>convolution over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frequency to channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>concatenate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel shuffle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>squeeze-excite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>average pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>global average pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, stride %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, stride %1×%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 groups</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::LearningCurves</name>
    <message>
        <source>Learning curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left and Right read the selected curve epoch by epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning curves appear after the first epoch of a candidate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 would stop here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped after epoch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, epoch %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of the epoch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::MeasuredPlot</name>
    <message>
        <source>Measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>9 times in 10 between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MACs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted energy against measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted, from the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured and predicted energies appear here. Import a table of measurements.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::NextMeasurementTable</name>
    <message>
        <source>Export the work list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import measurements…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>9 times in 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Front sure to ±, now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after measuring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to measure next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidate %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, measured %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which networks to measure next, so that the energies of the front become surer, appears here. It needs a front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured in this order, these make the energies on the front surer the fastest: from ±%1 to ±%2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::OriginPanel</name>
    <message>
        <source>Proposed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hypervolume that the strategy expected this candidate to add, before it was trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a candidate to see who proposed it and why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Origin of the candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody: it is a baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ± %2 (one standard deviation)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: this strategy does not predict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, better by %2 standard deviations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, worse by %2 standard deviations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (stopped early)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::ParetoCanvas</name>
    <message>
        <source>Pareto plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left and Right walk the front, Enter opens a candidate, 0 shows everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each trained candidate will appear here as a point. Start the search to see the front grow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No candidate has both figures of these axes yet. The first appears after its first epoch.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::ParetoLegend</name>
    <message>
        <source>Legend</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::ParetoPlot</name>
    <message>
        <source>on the front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dominated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Along the plot (x)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up the plot (y)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What colour tells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What size tells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic x axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic y axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proposed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom so that everything is to be seen (0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;X</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colou&amp;r</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::PowerTracePlot</name>
    <message>
        <source>Power trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift and drag makes a window, Delete removes the chosen one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recorded power trace appears here. Open one to see the energy of an inference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy per inference</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::PowerTraceView</name>
    <message>
        <source>Find the windows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the windows and the power at rest again; what was moved by hand is lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole trace (0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● %1 ± %2 per inference, measured in %3 windows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on average</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::PredictionPlot</name>
    <message>
        <source>Predicted error against what came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted error, with its 90 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation error that came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predictions and what came of them appear here once a strategy that predicts has proposed a candidate and it has been trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of %1 finished candidates, %2 came within the interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>9 times in 10 between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::Provenance</name>
    <message>
        <source>measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>modelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 an inference, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>9 times in 10 between %1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of it in the front end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::Quantity</name>
    <message>
        <source>Validation error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean average precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy per inference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Battery per day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Battery life</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiply-accumulates (MACs)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peak RAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory (flash and peak RAM)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mAP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Battery/day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Life</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MACs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::ResidualPlot</name>
    <message>
        <source>Errors of the prediction by size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted too high or too low (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far predictions are off appears here, by size. Import a table of measurements.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::SpectrogramPlot</name>
    <message>
        <source>Spectrogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frequency (Hz)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level (dB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 · %3 dB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::SpectrogramView</name>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture of a clip appears here. Choose a clip to see what the network hears.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop (L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen (L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::SpreadStrip</name>
    <message>
        <source>Spread of the prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 values from %2 to %3; the interval is %4 to %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This figure is modelled: there are no trees to ask. Its interval comes from boards left out of the fit.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::StoppingAuditPanel</name>
    <message>
        <source>Use this rule from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hypervolume lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All rules on this study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of all epochs saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the hypervolume lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit of early stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It would have stopped %1 of %2 candidates early.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each rule would have saved appears here once candidates of this study were trained to the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of all epochs saved, %2 of the hypervolume lost</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::TrialCard</name>
    <message>
        <source>Candidate %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::TrialFilter</name>
    <message>
        <source>front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not understood. Write it like energy&lt;0.5 or acc&gt;80.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no “%1”. There are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” could be any of: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no unit of %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::TrialModel</name>
    <message>
        <source>stopped early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch %1/%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starred. Click to take the star away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::Units</name>
    <message>
        <source>years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::WorkerStatus</name>
    <message>
        <source>%1/%2 trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trials done of those planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimated from the trials so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worker %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worker %1: #%2 epoch %3/%4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worker %1: #%2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to select candidate %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stopped early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::window::Background</name>
    <message>
        <source>There is not enough memory for this. Close other programs and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong that Kinglet did not expect: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::window::BatteryForm</name>
    <message>
        <source>phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>earphones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own battery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inferences a second while it listens. One a second is 86,400 a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power drawn all the time between inferences: microphone, memory, clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Battery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sleep power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 inferences a day; 1 mJ each would take %2 % of it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::window::BudgetForm</name>
    <message>
        <source>Random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NSGA-II</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bayesian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hybrid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws candidates evenly; a yardstick for the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes good candidates a little, and lets old ones die out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A population that is sorted by fronts, with crossover.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicts the error, and tries where the front can be expected to gain most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bayesian search, evolution and swarms share one history. The best choice, as a rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search ends after this time, whatever was reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many candidates are trained in all. More may be added at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates that train at the same time; each takes one core.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one a core</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::window::CandidateHeader</name>
    <message>
        <source>Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of validation clips that are recognised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Battery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the chosen battery that it takes a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights as int8 and biases as int32, batch norm folded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest set of buffers that live at the same time, as int8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MACs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiply-accumulates of one inference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No candidate chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a point of the plot or a line of the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidate %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the star off (S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star it, to find it again (S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::window::CandidatePanel</name>
    <message>
        <source>Architecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidate %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::window::ClassBars</name>
    <message numerus="yes">
        <source>%1: %n clips</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more classes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kinglet::window::ClipModel</name>
    <message>
        <source>Clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::window::CommandPalette</name>
    <message>
        <source>Find a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No command of that name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::window::CommandSet</name>
    <message>
        <source>Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New study …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose sounds, a device and its limits, and search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open a study …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at a study, or go on with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Demo search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search at once, on built-in sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close the study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop what runs and go back to the first page; the study goes on when it is opened again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop what runs and close Kinglet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the change again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find a command …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a few letters of any command and run it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the search, pause it, or go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the search; it goes on later where it stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop this &amp;candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop training the chosen candidate and go on with another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Early stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule, confidence and patience of early stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most energy, flash and RAM that a network may take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Battery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The battery that the network shall live on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So&amp;unds and classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the study learns from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star the chosen candidate, or take it off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the chosen candidate beside others, or let it go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare &amp;no more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let go of all candidates that are compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Listen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the chosen clip, or stop it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the chosen network away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ne&amp;xt on the front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next network on the front, towards more energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous on the front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next network on the front, towards less energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Architecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning c&amp;urves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;ounds as it hears them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where its ener&amp;gy goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Test fold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it beside the plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide this part of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;hosen candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Enlarge the candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the chosen candidate the room of the study panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back to the plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the enlarged view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filter the candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what to show: energy&lt;0.5 acc&gt;80 front starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Whole plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all candidates again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Usual layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All parts of the window at their usual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: as the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: &amp;light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: &amp;dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes effect at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes effect at once; a running search goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language: as the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help and shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is what, and every shortcut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Guide through the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One minute: what each part tells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Kinglet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version, method and licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::window::DatasetView</name>
    <message>
        <source>Built-in sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n clips</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n classes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folds</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>several labels a clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n clips were left out</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kinglet::window::Edits</name>
    <message>
        <source>star for candidate %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taking the star off %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note on candidate %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::window::EnergyTab</name>
    <message>
        <source>Choose a candidate to see where its energy goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the battery (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until it is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never: nothing is drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Front end</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::window::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export candidate %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy %1 on the validation fold · %2 an inference · %3 flash · %4 RAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidate %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs weights; only candidates that trained to the end keep theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::window::GuideOverlay</name>
    <message>
        <source>Every point is a network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further left takes less energy, further down makes fewer errors, larger needs more memory. The line is the front: networks that no other beats in all respects. Your choice lies on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same candidates as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by a click on a heading, filter by words such as energy&lt;0.5 or front, star what you like. What you choose here is chosen everywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All about one network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its layers with what each costs in MACs (multiply-accumulates) and energy, its learning curve, the sounds as it hears them, and the closed test fold for the moment you have decided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is searched for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits, battery and early stopping can be changed while the search runs. A candidate over a limit is never trained. Mistakes are taken back with Ctrl-Z.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::window::HelpWindow</name>
    <message>
        <source>Kinglet help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guide through the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Kinglet does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It tries out many small neural networks for your sounds and keeps those that no other beats in accuracy, energy and memory at the same time. You choose one of them and take it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network is on the front when no other is better in one respect without being worse in another: to gain accuracy from it, you must spend energy or memory. Everything off the front can be had cheaper or better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A multiply-accumulate: one multiplication and one addition, which is nearly all that a network does. MACs are counted, not measured; two networks of equal MACs may differ in energy, because layers differ in how well a processor runs them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What one inference takes in joules, front end included. A full disc marks a measured figure, a half disc one predicted from measurements, a ring one modelled from a device profile. Point at the mark to see the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flash and RAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flash holds the weights, as int8. RAM holds the largest set of intermediate results that live at the same time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy and memory of a candidate are known before it trains; only its accuracy is not. Pareto stopping ends a training as soon as its accuracy can hardly become good enough for the front at its energy and memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sounds are dealt into folds. Most are trained on, one judges the candidates (validation), and one stays closed until you open it for a network that you have chosen (test). Only that figure is honest about new sounds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled points are trained, hollow ones are training, small grey ones were stopped early, diamonds are known networks to compare with. The line is the front. Point to read, click to choose, Ctrl-click to compare, double-click for more room. Limits are lines that can be dragged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the plot: walk along the front</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::window::LayerBars</name>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::window::LimitsForm</name>
    <message>
        <source>Energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most energy one inference may take. Candidates above it are never trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most flash the weights may fill. Candidates above it are never trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most working memory one inference may need. Candidates above it are never trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≤ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≤ %1 flash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≤ %1 RAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::window::MainWindow</name>
    <message>
        <source>Opening %1 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything up to here is in the study. The search is paused; when the cause is gone, it goes on where it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change could not be stored: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study can be looked at, but nothing in it changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sounds of this study are not where they were. It can be looked at; to go on searching, say where they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the sounds …</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n candidates were tried. The search goes on where it stopped.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The search has ended. %n networks are on the front; choose one and export it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Export …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 — Kinglet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo search %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kinglet studies (*.kinglet);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Kinglet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Kinglet %1&lt;/b&gt;&lt;br&gt;Finds neural networks that can listen all day on a battery.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The method is that of Speckhard et al., “Neural architecture search for energy-efficient always-on audio machine learning” (2023, arXiv 2202.05397). Free software under the GNU General Public License, version 3 or later. Made with Qt, QCustomPlot, LibTorch, FFTW, libsndfile, soxr, SQLite and Eigen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping the search and closing. When you open the study again, it goes on where it stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sounds that the study learns from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates over these limits are never trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sounds missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>built-in sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search at once, on built-in sounds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A study to open, or a folder of sounds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device whose energy is modelled: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::window::NewStudyPage</name>
    <message>
        <source>Start the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder of sounds, or a CSV that lists them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The board whose energy is modelled. Its flash and RAM are the limits to begin with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A known network, trained in the same way and drawn as a diamond.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long a candidate trains that is not stopped early.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed and one worker give the same study.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is understood: a folder for each class; ESC-50 (meta and audio folders); Speech Commands; AudioSet segments; or a CSV with the columns path and label, and fold where you have folds. Sounds of any rate that libsndfile reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Kinglet understands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kinglet studies (*.kinglet)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::window::Notice</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::window::PlayerWorker</name>
    <message>
        <source>There is no sound device here, so nothing can be played.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound device refuses to play. Another program may be using it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::window::RunStatus</name>
    <message>
        <source>%1 %2/%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::window::Section</name>
    <message>
        <source>unfolded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::window::SoundsTab</name>
    <message>
        <source>Find a clip or a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clips</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::window::StoppingForm</name>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Successive halving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pareto stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every candidate trains to the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops what is worse than the median of the others at the same epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops what has not improved for a number of epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extrapolates the learning curve; stops what will not come near the best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At set epochs, only the better half goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops what can no longer reach the front at its own energy and memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure the rule must be before it stops a candidate. Lower saves more epochs and may lose a good one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No candidate is stopped before it has trained this long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many epochs without improvement are waited for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::window::StudyPanel</name>
    <message>
        <source>Sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device and limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Battery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Front end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>length of the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>early stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FFT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Band</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search chooses among these, because they cost energy and bring accuracy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mel bands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listens to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many different networks the search may choose from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of a candidate that is not stopped early.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed and one worker give the same study.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active power</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::window::TestTab</name>
    <message>
        <source>Open the test fold …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was taken for what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a candidate. Here it can be tried on sounds that the search never saw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test fold was opened for candidate %1. These figures played no part in the search; choosing among candidates by them would make them worth less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening to the test fold …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the test fold for candidate %1? It tells honestly how the network does on sounds that neither training nor search has seen. Every look makes it a little less honest: open it for networks that you have chosen, not to choose. That it was opened is kept in the study and cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidate %1 has no weights to test: only candidates that trained to the end keep theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test fold is closed. The search sees training and validation folds only, so that one fold is left to judge the network you choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy on the test fold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the validation fold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean average precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clips</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::window::WelcomePage</name>
    <message>
        <source>Finds neural networks that listen all day on a battery: the best trade-offs of accuracy, energy and memory for your sounds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch a demo search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts at once, on sounds that Kinglet makes itself. The first network is on the plot within half a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for your sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder of labelled recordings, a device and its limits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at a search, or go on where it stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New here? What a front is, what a MAC is, and how to read the plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder of sounds or a study can also be dropped anywhere on this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lately open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinglet::window::Workbench</name>
    <message>
        <source>Candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>energy limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flash limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RAM limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>battery limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
