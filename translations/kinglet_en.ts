<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>kinglet::widgets::PowerTraceView</name>
    <message numerus="yes">
        <source>● %1 ± %2 per inference, measured in %n windows</source>
        <translation>
            <numerusform>● %1 ± %2 per inference, measured in %n window</numerusform>
            <numerusform>● %1 ± %2 per inference, measured in %n windows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kinglet::window::AccuracyCompare</name>
    <message numerus="yes">
        <source>%n clip(s).</source>
        <translation>
            <numerusform>%n clip.</numerusform>
            <numerusform>%n clips.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kinglet::window::CacheDialog</name>
    <message numerus="yes">
        <source>%1 in %n file(s)</source>
        <translation>
            <numerusform>%1 in %n file</numerusform>
            <numerusform>%1 in %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kinglet::window::ClassBars</name>
    <message numerus="yes">
        <source>%1: %n clips</source>
        <translation>
            <numerusform>%1: %n clip</numerusform>
            <numerusform>%1: %n clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more classes</source>
        <translation>
            <numerusform>and %n more class</numerusform>
            <numerusform>and %n more classes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kinglet::window::DatasetView</name>
    <message numerus="yes">
        <source>%n clips</source>
        <translation>
            <numerusform>%n clip</numerusform>
            <numerusform>%n clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n classes</source>
        <translation>
            <numerusform>%n class</numerusform>
            <numerusform>%n classes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folds</source>
        <translation>
            <numerusform>%n fold</numerusform>
            <numerusform>%n folds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clips were left out</source>
        <translation>
            <numerusform>%n clip was left out</numerusform>
            <numerusform>%n clips were left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kinglet::window::Edits</name>
    <message numerus="yes">
        <source>taking the stars off %n candidates</source>
        <translation>
            <numerusform>taking the star off %n candidate</numerusform>
            <numerusform>taking the stars off %n candidates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>stars for %n candidates</source>
        <translation>
            <numerusform>star for %n candidate</numerusform>
            <numerusform>stars for %n candidates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kinglet::window::ExportDialog</name>
    <message numerus="yes">
        <source>Verified by %1 on %n window(s).</source>
        <translation>
            <numerusform>Verified by %1 on %n window.</numerusform>
            <numerusform>Verified by %1 on %n windows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kinglet::window::MainWindow</name>
    <message numerus="yes">
        <source>%n candidates were tried. The search goes on where it stopped.</source>
        <translation>
            <numerusform>%n candidate was tried. The search goes on where it stopped.</numerusform>
            <numerusform>%n candidates were tried. The search goes on where it stopped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The search has ended. %n networks are on the front; choose one and export it.</source>
        <translation>
            <numerusform>The search has ended. %n network is on the front; choose one and export it.</numerusform>
            <numerusform>The search has ended. %n networks are on the front; choose one and export it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kinglet::window::SaveViewDialog</name>
    <message numerus="yes">
        <source>%n rows, as the table is sorted and filtered; figures in full, with a point.</source>
        <translation>
            <numerusform>%n row, as the table is sorted and filtered; figures in full, with a point.</numerusform>
            <numerusform>%n rows, as the table is sorted and filtered; figures in full, with a point.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kinglet::window::SoundsTab</name>
    <message numerus="yes">
        <source>%1, recognised: %n clip(s)</source>
        <translation>
            <numerusform>%1, recognised: %n clip</numerusform>
            <numerusform>%1, recognised: %n clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, taken for %2: %n clip(s)</source>
        <translation>
            <numerusform>%1, taken for %2: %n clip</numerusform>
            <numerusform>%1, taken for %2: %n clips</numerusform>
        </translation>
    </message>
</context>
</TS>
