namespace CrmMigration.Cli.Sample.Names;

internal static class EasternNames
{
    public static Culture[] All { get; } =
    [
        Culture.Of("Eastern Slavic", Country.Germany, """
            Иван Анна Дмитрий Елена Сергей Ольга Алексей Наталья Андрей Татьяна Михаил Ирина Николай Светлана Владимир Мария Павел
            Екатерина Юрий Людмила Виктор Галина Олег Юлия
            """, """
            Шевченко, Бондаренко, Ткаченко, Кравченко, Коваленко, Мельник, Черных, Седых, Долгих, Кузьменко, Савченко, Лысенко,
            Марченко, Гончар, Ковальчук, Бойко, Руденко, Литвиненко, Зайчук, Левченко, Романюк, Белых, Назаренко
            """),
        Culture.Of("Turkish", Country.Germany, """
            Mehmet Ayşe Mustafa Emine Ahmet Hatice Hüseyin Zeynep Murat Elif Osman Meryem Emre Selin Burak Gül Kemal Büşra Onur Derya
            Serkan Özlem Tolga Nuray
            """, """
            Öztürk, Kaya, Demir, Çelik, Şahin, Arslan, Koç, Kurt, Özdemir, Şimşek, Polat, Korkmaz, Erdoğan, Güneş, Aksoy, Bulut,
            Keskin, Turan, Güler, Doğan, Aslan, Bozkurt
            """),
        Culture.Of("Indian", Country.India, """
            Aarav Ananya Rohan Priya Arjun Kavya Vikram Meera Sanjay Lakshmi Rahul Pooja Amit Neha Suresh Divya Rajesh Sunita Anil
            Deepa Kiran Asha Manoj Radha Nikhil Shreya Gopal Indira
            """, """
            Sharma, Patel, Singh, Kumar, Gupta, Reddy, Iyer, Nair, Mehta, Joshi, Desai, Verma, Rao, Chatterjee, Banerjee, Mukherjee,
            Pillai, Menon, Kapoor, Malhotra, Bhatt, Naidu, Chopra, Agarwal, Srinivasan, Venkataraman
            """),
        Culture.Of("Chinese", Country.UnitedKingdom, """
            Wei Xiaoming Fang Jing Lei Yan Hui Jun Ling Qiang Xiuying Tao Juan Ping Gang Hong Yong Mei Chao Xin Bo Ting Hao Yue Zhiyuan
            Shan
            """, """
            Wang, Zhang, Liu, Chen, Yang, Huang, Zhao, Zhou, Wu, Xu, Sun, Zhu, Gao, Lin, Guo, Luo, Liang, Song, Tang, Deng, Feng,
            Cheng, Ouyang, Situ
            """),
        Culture.Of("Japanese", Country.Japan, """
            Haruto Yui Takashi Sakura Hiroshi Yoko Kenji Aiko Satoshi Naomi Daisuke Emi Yuki Haruka Kazuo Keiko Makoto Michiko Ryo
            Misaki Shinji Tomoko Akira Nanami
            """, """
            Sato, Suzuki, Takahashi, Tanaka, Watanabe, Ito, Yamamoto, Nakamura, Kobayashi, Kato, Yoshida, Yamada, Sasaki, Yamaguchi,
            Matsumoto, Inoue, Kimura, Hayashi, Shimizu, Mori, Abe, Ikeda, Hashimoto, Ōkubo
            """),
        Culture.Of("Korean", Country.UnitedStates, """
            Minjun Seoyeon Jihoon Soojin Hyunwoo Eunji Dongwook Hyejin Sungmin Yuna Jaehyun Minseo Taeyang Jiwoo Kyungsoo Sora Inho
            Bora Seungho Nari Youngjae Haneul
            """, """
            Kim, Lee, Park, Choi, Jung, Kang, Cho, Yoon, Jang, Lim, Han, Shin, Seo, Kwon, Hwang, Ahn, Song, Jeon, Hong, Moon,
            Baek, Nam
            """),
        Culture.Of("Vietnamese", Country.France, """
            Anh Minh Linh Hùng Hương Tuấn Lan Dũng Mai Quang Thảo Khoa Ngọc Phong Trang Long Hạnh Tùng Yến Nam Thu Bình Hoa Đức
            """, """
            Nguyễn, Trần, Phạm, Hoàng, Phan, Vũ, Đặng, Bùi, Hồ, Ngô, Dương, Đinh, Trịnh, Lương, Tạ, Lý, Cao, Châu, Quách, Tô
            """),
        Culture.Of("West African", Country.UnitedKingdom, """
            Chinedu Ngozi Emeka Adaeze Kwame Ama Kofi Akosua Tunde Folake Babatunde Yetunde Ifeanyi Chiamaka Kwabena Abena Segun Amina
            Obinna Nneka Mamadou Aminata Ousmane Fatoumata
            """, """
            Okafor, Adeyemi, Okonkwo, Eze, Mensah, Owusu, Boateng, Asante, Balogun, Adebayo, Nwosu, Obi, Afolabi, Diallo, Traoré,
            Keita, Ndiaye, Diop, Sow, Bamba, Okoye, Appiah
            """),
    ];
}
