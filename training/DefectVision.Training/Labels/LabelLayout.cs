namespace DefectVision.Training.Labels;

/// <summary>How the labels of a set lie on disk.</summary>
public enum LabelLayout
{
    /// <summary>Told from what lies in the folder.</summary>
    Auto,

    /// <summary><c>good/</c> and one folder per defect class.</summary>
    Folders,

    /// <summary><c>train/good</c>, <c>test/CLASS</c>, <c>ground_truth/CLASS/NAME_mask.png</c>.</summary>
    MvTec,

    /// <summary>A list with the columns path and label, and group, lot or item where known.</summary>
    Csv,

    /// <summary>COCO object detection, one JSON file.</summary>
    Coco,

    /// <summary>Pascal VOC, one XML file a photo in <c>Annotations/</c>.</summary>
    Voc,

    /// <summary>YOLO, one text file a photo in <c>labels/</c> and the names of the classes in classes.txt or data.yaml.</summary>
    Yolo,

    /// <summary>Label Studio's JSON export.</summary>
    LabelStudio,

    /// <summary>CVAT for images 1.1, one XML file.</summary>
    Cvat,

    /// <summary>A manifest of Amazon Lookout for Vision or Ground Truth, a JSON object a line.</summary>
    Manifest,
}
