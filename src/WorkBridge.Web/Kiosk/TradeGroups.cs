using WorkBridge.Matching;

namespace WorkBridge.Web.Kiosk;

/// <summary>Kinds of work in which somebody who reads little looks for a trade by its picture.</summary>
public enum TradeGroup
{
    Sewing,
    Metal,
    Building,
    Wood,
    Electric,
    Vehicles,
    Driving,
    Crops,
    Animals,
    Food,
    Goods,
    Sales,
    Cleaning,
    Other,
}

/// <summary>What the groups are called and shown by, and which trade is in which: by its picture in the vocabulary and its ISCO-08 code. Every trade is in one.</summary>
public static class TradeGroups
{
    private static readonly string[] Warehouse = ["4321", "4412"];
    private static readonly string[] MetalGroups = ["72", "2144", "3118", "8121", "8211"];

    public static TradeGroup Of(Trade trade) => trade.Icon switch
    {
        "needle-thread" => TradeGroup.Sewing,
        "flame" => TradeGroup.Metal,
        "hammer" => TradeGroup.Building,
        "armchair" => TradeGroup.Wood,
        "bolt" or "snowflake" => TradeGroup.Electric,
        "motorbike" => TradeGroup.Vehicles,
        "truck" => TradeGroup.Driving,
        "plant-2" => TradeGroup.Crops,
        "pig" or "fish" => TradeGroup.Animals,
        "chef-hat" => TradeGroup.Food,
        "wash" => TradeGroup.Cleaning,
        "package" => trade.Isco[0] is >= '1' and <= '5' && !Warehouse.Contains(trade.Isco) ? TradeGroup.Sales : TradeGroup.Goods,
        _ => MetalGroups.Any(g => trade.Isco.StartsWith(g, StringComparison.Ordinal)) ? TradeGroup.Metal : TradeGroup.Other,
    };

    public static Words Name(TradeGroup group) => group switch
    {
        TradeGroup.Sewing => new("May, dệt, giày da", "Sewing, cloth, shoes"),
        TradeGroup.Metal => new("Hàn, cơ khí, sửa máy", "Welding, metal, machines"),
        TradeGroup.Building => new("Xây dựng", "Building"),
        TradeGroup.Wood => new("Gỗ, đan, thủ công", "Wood, weaving, crafts"),
        TradeGroup.Electric => new("Điện, điện lạnh, điện tử", "Electricity, cooling, electronics"),
        TradeGroup.Vehicles => new("Sửa xe, giao hàng", "Repair of vehicles, delivery"),
        TradeGroup.Driving => new("Lái xe, lái máy", "Driving"),
        TradeGroup.Crops => new("Trồng trọt, rừng", "Crops, forest"),
        TradeGroup.Animals => new("Chăn nuôi, tôm cá", "Animals, fish"),
        TradeGroup.Food => new("Nấu ăn, làm thực phẩm", "Cooking, food"),
        TradeGroup.Goods => new("Kho, đóng gói, nhà máy", "Warehouse, packing, factory"),
        TradeGroup.Sales => new("Bán hàng, văn phòng", "Sales, office"),
        TradeGroup.Cleaning => new("Dọn dẹp, làm đẹp, chăm sóc", "Cleaning, beauty, care"),
        _ => new("Việc khác", "Other work"),
    };

    public static string Icon(TradeGroup group) => group switch
    {
        TradeGroup.Sewing => "needle-thread",
        TradeGroup.Metal => "flame",
        TradeGroup.Building => "hammer",
        TradeGroup.Wood => "armchair",
        TradeGroup.Electric => "bolt",
        TradeGroup.Vehicles => "motorbike",
        TradeGroup.Driving => "truck",
        TradeGroup.Crops => "plant-2",
        TradeGroup.Animals => "pig",
        TradeGroup.Food => "chef-hat",
        TradeGroup.Goods => "package",
        TradeGroup.Sales => "building-store",
        TradeGroup.Cleaning => "wash",
        _ => "tools",
    };
}
