using System.Text;

namespace DefectVision.Fuzz.Making;

/// <summary>Good labels of a few photos in every layout that is read, and those photos.</summary>
internal static class LabelSeeds
{
    private static readonly string[] Photos = ["a.jpg", "b.jpg", "c.jpg"];

    /// <summary>The name of each is its set, then the file in it.</summary>
    public static IReadOnlyList<NamedContent> All { get; } =
    [
        Of("coco/labels.json", """
            {"info":{},"images":[{"id":1,"file_name":"a.jpg","width":48},{"id":2,"file_name":"b.jpg"}],"annotations":[{"image_id":2,"category_id":7,"bbox":[1,2.5,3,4],"iscrowd":0,
            "segmentation":[[1,2,3,4,5,6]]},{"image_id":1,"category_id":9}],"categories":[{"id":7,"name":"hole"},{"id":9,"name":"good"}]}
            """),
        Of("voc/Annotations/a.xml", """
            <annotation><folder>x</folder><filename>a.jpg</filename><size><width>48</width><height>48</height><depth>3</depth></size><object><name>hole</name><difficult>0</difficult>
            <bndbox><xmin>1</xmin><ymin>2.5</ymin><xmax>30</xmax><ymax>40</ymax></bndbox></object></annotation>
            """),
        Of("voc/Annotations/b.xml", "<annotation><filename>b.jpg</filename></annotation>"),
        Of("yolo/labels/a.txt", "0 0.5 0.5 0.25 0.25\n1.0 0.1 0.1 0.2 0.1 0.3 0.3 0.1 0.4\n"),
        Of("yolo/labels/b.txt", string.Empty),
        Of("yolo/data.yaml", "path: ../x\ntrain: images/train\nnames: {0: hole, 1: 'stain'} # two\n"),
        Of("csv/labels.csv", "path,label,group,split\na.jpg,good,1,train\nb.jpg,hole,2,train\nc.jpg,hole,2,test\n"),
        Of("labelstudio/labels.json", """
            [{"id":5,"annotations":[{"id":1,"ground_truth":true,"was_cancelled":false,"result":[{"type":"choices","value":{"choices":["good"]}}]}],"data":{"image":"/data/upload/1/0a1b2c3d-a.jpg"}},
            {"id":6,"annotations":[{"result":[{"type":"rectanglelabels","value":{"x":1,"y":2,"width":30,"height":4.5,"rotation":0,"rectanglelabels":["hole"]}},
            {"type":"polygonlabels","value":{"points":[[1,2],[30,4],[5,60]],"polygonlabels":["stain"]}}]}],"data":{"image":"b.jpg","n":1}}]
            """),
        Of("cvat/annotations.xml", """
            <annotations><version>1.1</version><meta><task><labels><label><name>hole</name></label></labels></task></meta><image id="0" name="a.jpg" width="48" height="48"></image>
            <image id="1" name="b.jpg"><tag label="stain" source="manual"></tag><box label="hole" occluded="0" xtl="1.5" ytl="2" xbr="30" ybr="40" rotation="0"></box>
            <polygon label="hole" points="1,2;30,4;5.5,40"></polygon></image></annotations>
            """),
        Of("manifest/output.manifest", """
            {"source-ref": "s3://bucket/a.jpg", "x": 0, "x-metadata": {"class-name": "normal", "confidence": 0.9, "type": "groundtruth/image-classification"}}
            {"source-ref": "s3://bucket/b.jpg", "y": {"image_size": [{"width": 48, "height": 48, "depth": 3}], "annotations": [{"class_id": 0, "left": 1, "top": 2, "width": 3, "height": 4}]}, "y-metadata": {"class-map": {"0": "hole"}, "type": "groundtruth/object-detection"}}

            """),
        Of("folders/answers.csv", "photo,label,group,shot,case,shipment,lot,item,view,readers,answered,source,sha256,regions\ngood/a.jpg,good,1,1,case,PO-1,LOT-A,001,front,A; B,2026-11-24,a.jpg,00,0.1 0.2 0.3 0.4; 0 0 1 1\n"),
    ];

    /// <summary>Puts the photos that the labels speak of into a set: beside its labels, or where the layout has them. One is a photo; of the others nothing but the name is looked at.</summary>
    public static void PutPhotos(string set)
    {
        var places = Path.GetFileName(set) switch
        {
            "voc" => ["JPEGImages"],
            "yolo" => ["images"],
            "folders" => (string[])["good", "hole"],
            _ => [string.Empty],
        };
        foreach (var (name, place) in Photos.SelectMany(name => places.Select(place => (name, place))))
        {
            var folder = Path.Combine(set, place);
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(Path.Combine(folder, name), name == Photos[0] ? PhotoSeeds.Small : Encoding.UTF8.GetBytes(name));
        }
    }

    private static NamedContent Of(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));
}
